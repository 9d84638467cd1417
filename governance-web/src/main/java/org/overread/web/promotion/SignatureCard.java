package org.overread.web.promotion;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.registry.promotion.PromotionDossier.SignatureLine;
import org.overread.registry.review.Signature;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;
import org.overread.web.shell.Times;

/** One signature as it is printed: name, role, meaning, time with zone, comment, and whether it still covers. */
final class SignatureCard extends ListItem {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /**
     * @param evidence which time the evidence covers that it was given on; null when that can no longer be read
     * @param source the address of that evidence
     */
    SignatureCard(SignatureLine line, @Nullable String evidence, String source) {
        addClassName("signature");
        var signature = line.signature();
        var who = new Span(signature.whose());
        who.addClassName("who");
        var covers = line.covers()
                ? new Tag("Covers what is shown", Tone.GOOD)
                : new Tag("No longer covers what is shown", Tone.BAD);
        var head = new Div(who, covers);
        head.addClassName("criterion-head");
        var time = new Paragraph(time(signature));
        time.addClassName("quiet");
        time.setTitle(signature.signedAt().toString());
        add(
                head,
                new Paragraph(signature.meaning().title() + ": “"
                        + signature.meaning().sentence() + "”"),
                time);
        if (evidence != null) {
            var given = new Anchor(source, "Given on evidence that covers %s.".formatted(evidence));
            given.addClassName("quiet");
            add(given);
        }
        if (!signature.comment().isBlank()) {
            add(new Paragraph(signature.comment()));
        }
    }

    private static String time(Signature signature) {
        var zone = Times.zone(signature.zone());
        var utc = UTC.format(signature.signedAt());
        return zone.getRules().getOffset(signature.signedAt()).equals(ZoneOffset.UTC)
                ? utc
                : "%s (%s %s)".formatted(utc, LOCAL.format(signature.signedAt().atZone(zone)), signature.zone());
    }
}
