package org.overread.monitoring.notify.webhook;

/** A webhook with its new secret, which is shown this once and cannot be read again. */
public record IssuedSecret(Webhook webhook, String secret) {
    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "IssuedSecret[webhook=" + webhook + "]";
    }
}
