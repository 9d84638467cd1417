package org.overread.monitoring.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/** The profiles of days, and the predictions they are made of. */
public interface Profiles {
    /** The days of one version whose profile is behind. */
    record Behind(ModelVersionId version, SortedSet<LocalDate> days) {}

    /** Days whose profiles are behind, those of one version together, the version that waits longest first. */
    List<Behind> behind();

    /**
     * Makes the profiles of some days anew, all from one reading of their predictions, and in one transaction.
     *
     * @param threshold where figures are to be exact; NaN for nowhere
     * @return whether it was done; not while another does it for this version
     */
    boolean rebuild(ModelVersionId version, SortedSet<LocalDate> days, double threshold);

    /**
     * The scores of each of some times: from the profiles of whole weeks and days, and from the predictions where a
     * profile is behind and for hours beside whole days.
     *
     * @param site null for all sites
     * @param threshold that of the version
     */
    List<ScoreProfile> scores(ModelVersionId version, List<TimeSpan> times, @Nullable String site, double threshold);

    /** The features of each of some times, in the same way. */
    List<WindowFeatures> features(ModelVersionId version, List<TimeSpan> times, @Nullable String site);

    /**
     * How many scored predictions some days have as far as profiles tell; null when one of them is behind.
     */
    @Nullable Long scored(ModelVersionId version, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String site);

    /**
     * How many predictions some days have at most: as profiles tell, and what came since for days that are behind.
     */
    long predictions(ModelVersionId version, LocalDate from, LocalDate to, @Nullable String site);

    /** Whether payloads of some days were removed, so that only profiles know their features. */
    boolean payloadsRemoved(ModelVersionId version, LocalDate from, LocalDate to);

    /** The combination of subgroup values behind each number in a version's profiles. */
    Map<Integer, Map<String, String>> slices(ModelVersionId version);
}
