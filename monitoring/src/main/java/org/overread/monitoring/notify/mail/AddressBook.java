package org.overread.monitoring.notify.mail;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.PersonId;

/** Where people's addresses for notices are kept. */
public interface AddressBook {
    Optional<String> find(PersonId person);

    /** @param address null to forget it */
    void set(PersonId person, @Nullable String address, String by, Instant at);
}
