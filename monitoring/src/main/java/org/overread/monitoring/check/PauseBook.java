package org.overread.monitoring.check;

import java.util.List;
import org.overread.registry.ModelVersionId;

/** Where pauses are kept. */
public interface PauseBook {
    void add(Pause pause);

    /** The last pause of each check of the version. */
    List<Pause> latest(ModelVersionId version);
}
