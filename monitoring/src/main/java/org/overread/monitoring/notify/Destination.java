package org.overread.monitoring.notify;

import java.util.UUID;
import org.overread.registry.PersonId;

/** Who is told. */
public sealed interface Destination {
    /** How it is written down. */
    String key();

    /** @throws IllegalArgumentException when it is no such key */
    static Destination of(String key) {
        var colon = key.indexOf(':');
        var id = key.substring(colon + 1);
        return switch (key.substring(0, Math.max(colon, 0))) {
            case "person" -> new Person(PersonId.of(id));
            case "webhook" -> new Webhook(UUID.fromString(id));
            default -> throw new IllegalArgumentException("nobody is told under " + key);
        };
    }

    /** Somebody, by mail. */
    record Person(PersonId id) implements Destination {
        @Override
        public String key() {
            return "person:" + id;
        }
    }

    /** A system, by a call. */
    record Webhook(UUID id) implements Destination {
        @Override
        public String key() {
            return "webhook:" + id;
        }
    }
}
