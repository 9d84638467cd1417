package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;
import org.overread.registry.Place;

/**
 * One output of a model version as it was shown in the clinic: what feedback is given on, and what is counted as shown
 * whether anybody says something or not.
 *
 * @param id the card's own id, which whoever showed it sends back with the feedback
 * @param predictionId the output's id as its model server sent it
 * @param department where it was shown; null when that was not said
 * @param shownTo the one person it was shown to; null when it was for everybody there
 * @param shownAt in whole microseconds
 */
public record Card(
        UUID id,
        ModelVersionId version,
        String predictionId,
        @Nullable String site,
        @Nullable String department,
        @Nullable PersonId shownTo,
        Instant shownAt,
        Indicator indicator) {
    /** Where it was shown, for questions of who may do what. */
    public Place place() {
        return new Place(version.model(), department, site);
    }

    /**
     * The output that was shown, of those known by their ids; null when it is not among them. What was shown at one site
     * is no output of another, whatever whoever registered the card says.
     */
    public @Nullable Prediction shown(Map<String, Prediction> known) {
        var prediction = known.get(predictionId);
        return prediction == null || site != null && prediction.site() != null && !site.equals(prediction.site())
                ? null
                : prediction;
    }
}
