package org.overread.web.promotion;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** Which policy or request an address speaks of. */
final class Ids {
    private Ids() {}

    static UUID of(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("id")
                .flatMap(Ids::parsed)
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is nothing at this address."));
    }

    static Optional<UUID> parsed(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
