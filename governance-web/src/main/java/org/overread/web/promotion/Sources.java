package org.overread.web.promotion;

import java.util.UUID;
import org.overread.registry.ModelVersionId;
import org.overread.registry.gate.Criterion;
import org.overread.web.catalog.VersionPage;

/** Where figures come from: the frozen ones of a request have a page of their own, those of now the version's pages. */
final class Sources {
    private Sources() {}

    /** The page of the frozen figures of a request. */
    static String frozen(UUID request) {
        return "promotions/" + request + "/evidence";
    }

    /** The place of one criterion on that page. */
    static String frozen(UUID request, Criterion criterion) {
        return frozen(request) + "#" + criterion.key();
    }

    /** The page of the version that shows the figure as it is now. */
    static String live(ModelVersionId version, Criterion criterion) {
        var tab = switch (criterion.metric().kind()) {
            case FEEDBACK -> "feedback";
            case STATISTICS -> criterion.eachOf() == null ? "performance" : "subgroups";
        };
        return VersionPage.address(version) + "?tab=" + tab;
    }
}
