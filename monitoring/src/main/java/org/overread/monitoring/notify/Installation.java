package org.overread.monitoring.notify;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the installation has set for what goes outside. Read when it is asked for, so that it has one place. */
@ApplicationScoped
public class Installation {
    static final String PUBLIC_ADDRESS = "OVERREAD_PUBLIC_URL";
    static final String PLAIN_WEBHOOKS = "OVERREAD_WEBHOOK_PLAIN_HTTP";
    static final String KEY_FILE = "OVERREAD_SECRET_KEY_FILE";

    Map<String, String> environment = System.getenv();

    /** The variables that are set. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Where people reach a page of this installation; empty when its address is not set. */
    public Optional<URI> page(String path) {
        var base = environment.getOrDefault(PUBLIC_ADDRESS, "").strip();
        return base.isEmpty()
                ? Optional.empty()
                : Optional.of(URI.create(base + (base.endsWith("/") ? "" : "/") + path));
    }

    /** Whether webhooks may be called without encryption. */
    public boolean plainWebhooks() {
        return Boolean.parseBoolean(environment.get(PLAIN_WEBHOOKS));
    }

    /** How long one call of another system may take in all, from connecting to the end of its answer. */
    public Duration callTime() {
        return seconds("OVERREAD_WEBHOOK_SECONDS", 10);
    }

    /** How long the mail server may take over one mail in all. */
    public Duration mailTime() {
        return seconds("OVERREAD_SMTP_SECONDS", 30);
    }

    private Duration seconds(String name, int usual) {
        var set = environment.getOrDefault(name, "").strip();
        if (!set.isEmpty() && !set.matches("[1-9]\\d{0,2}")) {
            throw new IllegalStateException(name + " must be a number of seconds from 1 to 999, not " + set);
        }
        return Duration.ofSeconds(set.isEmpty() ? usual : Integer.parseInt(set));
    }

    /** The file with the key that secrets are encrypted with. */
    public Optional<String> keyFile() {
        return Optional.ofNullable(environment.get(KEY_FILE)).map(String::strip).filter(file -> !file.isEmpty());
    }
}
