package org.overread.monitoring.check;

import java.util.List;

/** Checks one kind of thing. It answers for every check it makes, also for those that cannot be judged. */
public interface CheckSource {
    List<Check> checks(Watch watch);
}
