package org.overread.monitoring.profile;

import java.util.Collection;

/**
 * The features of a window.
 *
 * @param mostOfOnePatient no patient has more of the predictions than so many: of n predictions that have something in
 *     common at least n divided by it are of different patients
 */
public record WindowFeatures(FeatureProfile profile, long mostOfOnePatient) {
    /** Those of all windows together, which do not overlap. */
    public static WindowFeatures merged(Collection<WindowFeatures> parts) {
        return new WindowFeatures(
                FeatureProfile.merged(
                        parts.stream().map(WindowFeatures::profile).toList()),
                parts.stream().mapToLong(WindowFeatures::mostOfOnePatient).sum());
    }

    /** So many patients, if not more, are behind so many predictions. */
    public long patientsAtLeast(long predictions) {
        return mostOfOnePatient == 0 ? 0 : Math.ceilDiv(predictions, mostOfOnePatient);
    }
}
