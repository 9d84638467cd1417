package org.overread.monitoring.plan;

/** Somebody who may answer alerts about a model, to pick an owner or a deputy from. */
public record Answerer(String login, String name) {
    /** Such as {@code Max Owner (max.owner)}. */
    public String words() {
        return name.equals(login) ? login : "%s (%s)".formatted(name, login);
    }
}
