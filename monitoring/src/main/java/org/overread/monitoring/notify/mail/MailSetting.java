package org.overread.monitoring.notify.mail;

import java.util.Locale;
import java.util.Map;

/** How the installation sends mail, or why it sends none. */
public sealed interface MailSetting {
    /** The environment names no mail server. */
    record Off() implements MailSetting {}

    /**
     * What the environment names cannot be used.
     *
     * @param reason names the variable and the remedy
     */
    record Broken(String reason) implements MailSetting {}

    /**
     * A mail server.
     *
     * @param user empty when it asks for none
     */
    record On(String host, int port, Encryption encryption, String user, String password, String from)
            implements MailSetting {
        /** Leaves the password out. */
        @Override
        public String toString() {
            return "On[host=%s, port=%d, encryption=%s, user=%s, from=%s]"
                    .formatted(host, port, encryption, user, from);
        }
    }

    /** How the way to the mail server is protected. */
    enum Encryption {
        STARTTLS("STARTTLS, demanded", 587),
        TLS("TLS from the first byte", 465),
        NONE("none", 25);

        private final String title;
        private final int usualPort;

        Encryption(String title, int usualPort) {
            this.title = title;
            this.usualPort = usualPort;
        }

        /** The way as it is printed. */
        public String title() {
            return title;
        }
    }

    /** The setting in the variables {@code OVERREAD_SMTP_HOST}, {@code _PORT}, {@code _TLS}, {@code _USER}, {@code _PASSWORD}, {@code _FROM}. */
    static MailSetting of(Map<String, String> environment) {
        var host = value(environment, "HOST");
        if (host.isEmpty()) {
            return new Off();
        }
        try {
            var encryption = encryption(value(environment, "TLS"));
            return new On(
                    host,
                    port(value(environment, "PORT"), encryption),
                    encryption,
                    value(environment, "USER"),
                    environment.getOrDefault("OVERREAD_SMTP_PASSWORD", ""),
                    from(value(environment, "FROM")));
        } catch (IllegalArgumentException e) {
            return new Broken(String.valueOf(e.getMessage()));
        }
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault("OVERREAD_SMTP_" + name, "").strip();
    }

    private static Encryption encryption(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "starttls" -> Encryption.STARTTLS;
            case "tls" -> Encryption.TLS;
            case "none" -> Encryption.NONE;
            default -> throw new IllegalArgumentException("OVERREAD_SMTP_TLS must be starttls, tls or none");
        };
    }

    private static int port(String port, Encryption encryption) {
        if (port.isEmpty()) {
            return encryption.usualPort;
        }
        try {
            return requirePort(Integer.parseInt(port));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("OVERREAD_SMTP_PORT must be a number from 1 to 65535", e);
        }
    }

    private static int requirePort(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("OVERREAD_SMTP_PORT must be a number from 1 to 65535");
        }
        return port;
    }

    private static String from(String from) {
        if (!MailAddress.valid(from)) {
            throw new IllegalArgumentException("OVERREAD_SMTP_FROM must be the address that mail comes from");
        }
        return from;
    }
}
