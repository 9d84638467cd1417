package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;
import org.overread.web.shell.Times;

/**
 * What has changed since a request was submitted, told here and nowhere else on the page: each with whether it stops the
 * release, why, and who must do what.
 */
final class SincePanel extends Div {
    private static final long serialVersionUID = 1L;

    SincePanel(PromotionDossier dossier) {
        addClassName("since");
        var changes = dossier.changes();
        if (changes.all().isEmpty()) {
            add(Page.quiet("No severe finding and no alert has come in, and the gate would decide the same."));
        } else {
            var list = new UnorderedList();
            list.addClassName("plain-list");
            changes.all().forEach(change -> list.add(item(change, dossier)));
            add(list);
        }
        var serves = changes.serves();
        if (serves != null) {
            add(Page.quiet(
                    "The evidence serves until %s; after that nobody approves on it.".formatted(Times.text(serves))));
        }
    }

    /** Whether anything that comes in can still do something to the request. */
    static boolean speaksOf(PromotionDossier dossier) {
        return dossier.state().underWay();
    }

    private static ListItem item(Change change, PromotionDossier dossier) {
        boolean stops = dossier.changes().stops().contains(change);
        var head = new Div(
                stops ? new Tag("Stops the release", Tone.BAD) : new Tag("Does not stop it", Tone.PLAIN),
                new Span(Times.told(change.sentence())));
        head.addClassName("criterion-head");
        var item = new ListItem(head);
        if (change instanceof Change.OtherVerdict) {
            differing(dossier.verdict(), dossier.changes().live()).ifPresent(item::add);
        }
        var policy = dossier.policy();
        if (policy != null) {
            item.add(new Paragraph(policy.stops().because(change)));
        }
        if (stops) {
            item.add(new Paragraph(change.remedy()));
        }
        where(change, dossier).ifPresent(item::add);
        return item;
    }

    private static Optional<Component> where(Change change, PromotionDossier dossier) {
        return switch (change) {
            case Change.SevereFinding _ ->
                Optional.of(new Anchor(
                        VersionPage.address(dossier.submission().version()) + "?tab=feedback", "Go to the findings"));
            case Change.OpenAlert alert -> Optional.of(new Anchor("alerts/" + alert.alert(), "Go to the alert"));
            case Change.WatchedLess _ ->
                Optional.of(new Anchor(
                        VersionPage.address(dossier.submission().version()) + "?tab=plan", "Go to what is watched"));
            case Change.OtherVerdict _ ->
                Optional.of(new Anchor(Sources.frozen(dossier.submission().id()), "Go to the figures then and now"));
            case Change.GrownOld _ -> Optional.empty();
        };
    }

    /** The criteria that come out otherwise, with what they rest on then and now. */
    private static Optional<Component> differing(@Nullable GateVerdict pinned, @Nullable GateVerdict live) {
        if (pinned == null || live == null) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        IntStream.range(0, pinned.criteria().size()).forEach(i -> {
            var then = pinned.criteria().get(i);
            var now = live.criteria().get(i);
            if (!then.word().equals(now.word())) {
                list.add(new ListItem("%s: when submitted %s (%s); by the figures of now %s (%s)."
                        .formatted(then.criterion().label(), then.word(), then.reason(), now.word(), now.reason())));
            }
        });
        return Optional.of(list);
    }
}
