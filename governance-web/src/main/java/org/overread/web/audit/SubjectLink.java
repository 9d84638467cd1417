package org.overread.web.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import org.overread.registry.audit.SubjectRef;

/** Where what an entry is about can be looked at. */
final class SubjectLink {
    private static final Pattern VERSION = Pattern.compile("([a-z0-9][a-z0-9-]*)/(\\d+)");

    private SubjectLink() {}

    /** An address within the product; empty where there is no page of it. */
    static Optional<String> address(SubjectRef subject) {
        return switch (subject.type()) {
            case "promotion" -> Optional.of("promotions/" + subject.id());
            case "policy" -> Optional.of("policies/" + subject.id());
            case "alert" -> Optional.of("alerts/" + subject.id());
            case "model" -> Optional.of("models/" + subject.id());
            case "model-version" ->
                Optional.of(VERSION.matcher(subject.id()))
                        .filter(id -> id.matches())
                        .map(id -> "models/%s/versions/%s".formatted(id.group(1), id.group(2)));
            default -> Optional.empty();
        };
    }

    /** The words, as a link where they lead somewhere. */
    static Component of(String words, SubjectRef subject) {
        return address(subject)
                .<Component>map(address -> new Anchor(address, words))
                .orElseGet(() -> new Span(words));
    }
}
