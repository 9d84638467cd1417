package org.overread.web.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.overread.monitoring.notify.webhook.Webhook;
import org.overread.monitoring.notify.webhook.Webhooks;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Focus;
import org.overread.web.shell.Form;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Times;

/** The systems that are called, and what can be done about each. */
@ApplicationScoped
class WebhooksPart {
    static final String ADD = "Add a webhook …";
    static final String NEW_SECRET = "New secret …";
    private static final String MODELS = "Models …";
    private static final String TEST = "Send a test";
    private static final String PAUSE = "Pause";
    private static final String RESUME = "Resume";

    @Inject
    Webhooks webhooks;

    @Inject
    DeliveriesPart deliveries;

    Component of(Actor actor, Runnable changed) {
        var obstacle = webhooks.obstacle();
        var add = new Button(
                ADD, _ -> SecretDialog.adding(webhooks, actor, changed).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setEnabled(obstacle.isEmpty());
        var part = new Div(list(actor, changed), add);
        obstacle.ifPresent(reason -> part.add(Page.quiet(reason + ".")));
        return part;
    }

    private Component list(Actor actor, Runnable changed) {
        var all = webhooks.all(actor);
        if (all.isEmpty()) {
            return Page.empty(
                    "No system is called.",
                    "Add a webhook for each, such as a pager or a ticket system. Calls are signed as Standard Webhooks.");
        }
        var table = DataTable.of("Webhooks by name", "Name", "Address", "Hears of", "Added", "State", "")
                .stacking();
        var lost = deliveries.lost(actor);
        var names =
                webhooks.models(actor).stream().collect(Collectors.toMap(RegisteredModel::id, RegisteredModel::name));
        all.forEach(each -> table.line(
                new Span(each.name()),
                new Span(each.address().toString()),
                new Span(hearsOf(each, names)),
                Times.of(each.addedAt()),
                state(each, lost.contains(each.destination())),
                actions(each, actor, changed)));
        return table;
    }

    private static String hearsOf(Webhook webhook, Map<String, String> names) {
        return webhook.models().isEmpty()
                ? "all models"
                : webhook.models().stream()
                        .map(model -> names.getOrDefault(model, model))
                        .collect(Collectors.joining(", "));
    }

    private static Component state(Webhook webhook, boolean lost) {
        var paused = webhook.pausedAt();
        if (paused != null) {
            return Page.row(new Tag("Paused", Tag.Tone.WAITING), new Span("since " + Times.text(paused)));
        }
        return lost ? new Tag("Given up", Tag.Tone.BAD) : new Tag("In use", Tag.Tone.GOOD);
    }

    private Component actions(Webhook webhook, Actor actor, Runnable changed) {
        var paused = webhook.pausedAt() != null;
        var row = Page.row(
                action(
                        webhook,
                        "Sent last",
                        () -> sentLast(webhook, actor, changed).open()),
                paused
                        ? action(
                                webhook,
                                RESUME,
                                () -> done(
                                        changed,
                                        () -> webhooks.resume(actor, webhook.id()),
                                        "It is called again from now on.",
                                        named(PAUSE, webhook)))
                        : action(
                                webhook,
                                PAUSE,
                                () -> done(
                                        changed,
                                        () -> webhooks.pause(actor, webhook.id()),
                                        "It is not called; what happens meanwhile is never sent to it.",
                                        named(RESUME, webhook))),
                action(webhook, MODELS, () -> choosing(webhook, actor, changed).open()),
                action(
                        webhook,
                        NEW_SECRET,
                        () -> SecretDialog.rotating(webhooks, actor, webhook, changed)
                                .open()),
                action(
                        webhook,
                        "Remove …",
                        () -> removing(webhook, actor, changed).open()));
        if (!paused) {
            row.addComponentAsFirst(action(
                    webhook,
                    TEST,
                    () -> done(
                            changed,
                            () -> webhooks.test(actor, webhook.id()),
                            "A test is on its way. Reload this page in some seconds to see the answer.",
                            named(TEST, webhook))));
        }
        row.addClassName("actions-of-line");
        return row;
    }

    private static Button action(Webhook webhook, String words, Runnable what) {
        var button = new Button(words, _ -> what.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return Page.named(button, named(words, webhook));
    }

    /** What a button is called beside those of the other webhooks. */
    static String named(String words, Webhook webhook) {
        return words.replace(" …", "") + ": " + webhook.name();
    }

    private static void done(Runnable changed, Runnable what, String words, String next) {
        try {
            what.run();
            Notices.done(words);
        } catch (GovernanceException refused) {
            Notices.error(String.valueOf(refused.getMessage()));
        }
        changed.run();
        Focus.back(next);
    }

    private Dialog sentLast(Webhook webhook, Actor actor, Runnable changed) {
        var dialog = new Dialog("Sent last to " + webhook.name());
        dialog.setWidth("min(64rem, 100%)");
        dialog.add(deliveries.of(webhooks.deliveries(actor, webhook.id()), actor, () -> {
            dialog.close();
            changed.run();
        }));
        dialog.getFooter().add(new Button("Close", _ -> dialog.close()));
        return dialog;
    }

    private Dialog choosing(Webhook webhook, Actor actor, Runnable changed) {
        var dialog = new Dialog("Of which models " + webhook.name() + " hears");
        dialog.setWidth("min(40rem, 100%)");
        var models = new ModelChoice(webhooks.models(actor), webhook.models());
        models.focus();
        dialog.add(new Form("Save", () -> {
                    webhooks.tellOf(actor, webhook.id(), models.chosen());
                    dialog.close();
                    Notices.done("That holds for what happens from now on.");
                    changed.run();
                    Focus.back(named(MODELS, webhook));
                })
                .with("models", models));
        dialog.getFooter().add(new Button("Cancel", _ -> dialog.close()));
        return dialog;
    }

    private ConfirmDialog removing(Webhook webhook, Actor actor, Runnable changed) {
        var dialog = new ConfirmDialog(
                "Remove the webhook " + webhook.name() + "?",
                "It is called no more, and what waits for it is let go. This cannot be undone; what was sent stays on"
                        + " record.",
                "Remove",
                _ -> done(changed, () -> webhooks.remove(actor, webhook.id()), webhook.name() + " is removed.", ADD));
        dialog.setCancelable(true);
        dialog.setConfirmButtonTheme("error primary");
        return dialog;
    }
}
