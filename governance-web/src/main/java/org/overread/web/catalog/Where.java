package org.overread.web.catalog;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/** Which model or version an address speaks of. */
public final class Where {
    /** The part of a route that names a version. */
    public static final String VERSION = "models/:model/versions/:version([0-9]{1,6})";

    private Where() {}

    public static String model(BeforeEnterEvent event) {
        return event.getRouteParameters().get("model").orElseThrow(Where::nothing);
    }

    public static ModelVersionId version(BeforeEnterEvent event) {
        int number = event.getRouteParameters().getInteger("version").orElseThrow(Where::nothing);
        if (number < 1) {
            throw nothing();
        }
        return new ModelVersionId(model(event), number);
    }

    private static GovernanceException nothing() {
        return new GovernanceException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
    }
}
