package org.overread.web.promotion;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import org.overread.registry.Written;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Reviews;
import org.overread.registry.promotion.Step;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Rule;
import org.overread.registry.review.Ruling;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Times;

/** What this person may do with a request now; and for what their role is for but they may not do now, why. */
final class ActionBar extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Promotions promotions;
    private final transient Reviews reviews;
    private final transient PromotionDossier dossier;
    private final transient Actor.Person person;
    private final String asked;
    private final String site;
    private final Set<String> reasons = new LinkedHashSet<>();
    private final Div buttons = new Div();

    /**
     * @param asked what is asked for, in one sentence without its end
     * @param site what its site is called
     */
    ActionBar(
            Promotions promotions,
            Reviews reviews,
            PromotionDossier dossier,
            Actor.Person person,
            String asked,
            String site) {
        this.promotions = promotions;
        this.reviews = reviews;
        this.dossier = dossier;
        this.person = person;
        this.asked = asked;
        this.site = site;
        addClassName("actions");
        buttons.addClassName("row");
        add(buttons);
        signing();
        withdrawing();
        reasons.stream().filter(reason -> !reason.equals(dossier.status())).forEach(reason -> {
            var why = new Paragraph(Times.told(reason));
            why.addClassName("quiet");
            add(why);
        });
    }

    private void signing() {
        var actions = dossier.actions();
        if (actions.review().allowed()) {
            offer("Sign a review", actions.reviewAs(), List.of(Meaning.REVIEW, Meaning.REJECTION), true);
        } else {
            explain(Permission.REVIEW_PROMOTIONS, actions.review());
        }
        if (actions.approve().allowed()) {
            offer("Decide", List.of(Role.CHAIR), List.of(Meaning.APPROVAL, Meaning.REJECTION), true);
        } else {
            explain(Permission.DECIDE_PROMOTIONS, actions.approve());
            if (actions.rejectAs().contains(Role.CHAIR)) {
                offer("Reject", List.of(Role.CHAIR), List.of(Meaning.REJECTION), false);
            }
        }
    }

    private void offer(String words, List<Role> roles, List<Meaning> meanings, boolean first) {
        var button = new Button(
                words + " …",
                event -> new SignDialog(sentence(), source(), roles, meanings, drafts(), this::sign).open());
        if (first) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        buttons.add(button);
    }

    /** Says why not, but only to those whose role is there for it. */
    private void explain(Permission permission, Ruling ruling) {
        if (ruling instanceof Ruling.Refused(var rule, var reason) && person.maySomewhere(permission)) {
            reasons.add(
                    rule == Rule.CHANGED_SINCE
                            ? "Nobody approves while it is stopped by what has changed since; see there."
                            : reason);
        }
    }

    private Anchor source() {
        var link = new Anchor(
                Sources.frozen(dossier.submission().id()),
                "The frozen figures you sign on, in a new tab",
                AnchorTarget.BLANK);
        link.addClassName("quiet");
        return link;
    }

    private Drafts drafts() {
        return new Drafts(person, "sign." + dossier.submission().id());
    }

    private String sentence() {
        var policy = dossier.policy();
        var evidence = dossier.evidence();
        var replacement = dossier.replacement();
        return "You are about to sign: %s; on the evidence taken %s, which covers %s, under %s. %s%s"
                .formatted(
                        asked,
                        evidence == null ? "at submission" : "on " + Times.text(evidence.takenAt()),
                        evidence == null ? "what can no longer be read" : Times.told(evidence.covers()),
                        policy == null ? "its policy" : policy.title(),
                        replacement == null ? "" : WhatEnds.sentence(replacement, site) + " ",
                        since());
    }

    private String since() {
        var changes = dossier.changes();
        return changes.all().isEmpty()
                ? "Nothing has come in since."
                : "Since then: " + Times.told(changes.text().replace('\n', ' '));
    }

    private Optional<String> sign(SignDialog.Typed typed) {
        var replacement = dossier.replacement();
        var intent = new Intent(
                person,
                typed.role(),
                typed.meaning(),
                typed.comment().what(),
                Times.zone(),
                dossier.changes().digest(),
                replacement == null ? null : Set.copyOf(replacement.replaced()));
        var written = new Written<>(intent, typed.comment().noIdentifiersConfirmed());
        var step = reviews.sign(dossier.submission().id(), written, typed.password());
        return told(step, "Your signature is on record.");
    }

    private void withdrawing() {
        var submission = dossier.submission();
        if (!dossier.actions().withdraw().allowed()) {
            return;
        }
        var withdraw = new Button("Withdraw …", event -> {
            var sure = new ConfirmDialog(
                    "Withdraw this request?",
                    "It stays on record as withdrawn; asking again is a new request.",
                    "Withdraw",
                    confirmed -> told(promotions.withdraw(person, submission.id()), "The request is withdrawn.")
                            .ifPresent(Notices::error));
            sure.setCancelable(true);
            sure.open();
        });
        buttons.add(withdraw);
    }

    private static Optional<String> told(Step step, String done) {
        return switch (step) {
            case Step.Refused(var _, var reason) -> Optional.of(Times.told(reason));
            case Step.Taken _ -> {
                Notices.done(done);
                UI.getCurrent().refreshCurrentRoute(false);
                yield Optional.empty();
            }
        };
    }
}
