package org.overread.web.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Site;
import org.overread.registry.promotion.Submission;

/** What models, versions and sites are called, for pages that know only their ids and were allowed to know them. */
@ApplicationScoped
public class Titles {
    private static final Actor.Product PRODUCT = new Actor.Product("titles");

    @Inject
    Catalog catalog;

    /** Such as {@code Sepsis risk score, version 2}. */
    String version(ModelVersionId id) {
        return catalog.model(PRODUCT, id.model()).name() + ", version " + id.version();
    }

    String site(String id) {
        return catalog.site(id).map(Site::name).orElse(id);
    }

    /** What is asked for, in one sentence without its end. */
    String asked(Submission submission) {
        return "%s, from %s to %s at %s"
                .formatted(
                        version(submission.version()),
                        submission.from().title(),
                        submission.target().title(),
                        site(submission.site()));
    }
}
