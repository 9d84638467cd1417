package org.overread.web.review;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DisabledUpdateMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds buttons back until the output that they answer has been seen: the browser says that it has painted it, that a
 * while has passed and that no key is held, and the server's own clock agrees. So a second press that was meant for the
 * output before answers nothing.
 */
final class Rest extends Div {
    /** Shorter than anybody reads an output, longer than a key bounces or is pressed twice. */
    static final Duration AT_LEAST = Duration.ofMillis(800);

    private static final long serialVersionUID = 1L;
    private static final String SCRIPT = "context://rest.js";

    private final transient InstantSource clock;
    private @Nullable UUID card;
    private Instant shown = Instant.EPOCH;

    Rest(InstantSource clock) {
        this.clock = clock;
        addClassName("answers");
        addAttachListener(event -> {
            event.getUI().getPage().addJavaScript(SCRIPT);
            watch();
        });
    }

    /** Rests until this card has been seen. */
    void until(UUID newCard) {
        card = newCard;
        shown = clock.instant();
        setEnabled(false);
        getElement().setAttribute("data-rests", newCard.toString());
        if (isAttached()) {
            watch();
        }
    }

    /** Whether what is clicked here is for that card, and the card was seen. */
    boolean awakeFor(UUID which) {
        return isEnabled() && which.equals(card);
    }

    /** The browser has shown this card for long enough. */
    @ClientCallable(DisabledUpdateMode.ALWAYS)
    void seen(String which) {
        if (card != null && which.equals(card.toString()) && !clock.instant().isBefore(shown.plus(AT_LEAST))) {
            getElement().removeAttribute("data-rests");
            setEnabled(true);
        }
    }

    private void watch() {
        if (card != null && !isEnabled()) {
            getElement()
                    .executeJs(
                            "window.overreadRest(this, $0, $1, which => this.$server.seen(which))",
                            card.toString(),
                            (int) AT_LEAST.toMillis());
        }
    }

    void show(Component... parts) {
        removeAll();
        add(parts);
    }
}
