package org.overread.monitoring.notify.webhook;

import java.util.UUID;

/** Encrypts secrets with the key of the installation, which is not in the database. */
public interface Sealing {
    /** Why nothing can be encrypted, with the remedy; empty when it can. */
    java.util.Optional<String> obstacle();

    /** @param owner whose secret it is: it opens for nobody else */
    byte[] seal(UUID owner, String secret);

    /** @throws IllegalStateException when it was sealed with another key or for another owner */
    String open(UUID owner, byte[] sealed);
}
