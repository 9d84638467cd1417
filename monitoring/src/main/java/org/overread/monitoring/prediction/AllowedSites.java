package org.overread.monitoring.prediction;

/** Refuses predictions of sites that the sender may not send for, and passes all others on. */
final class AllowedSites implements LineSink<Prediction> {
    private final SendersSites sites;
    private final LineSink<Prediction> next;

    AllowedSites(SendersSites sites, LineSink<Prediction> next) {
        this.sites = sites;
        this.next = next;
    }

    @Override
    public void read(long line, Prediction prediction) {
        if (sites.include(prediction.site())) {
            next.read(line, prediction);
        } else {
            next.refused(new LineProblem(
                    line,
                    "site",
                    prediction.site() == null
                            ? "is missing: name the site, since you may not send for all of them"
                            : "is not a site you may send for"));
        }
    }

    @Override
    public void refused(LineProblem problem) {
        next.refused(problem);
    }
}
