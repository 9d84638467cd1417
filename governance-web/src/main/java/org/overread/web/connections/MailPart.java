package org.overread.web.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.mail.MailSetting;
import org.overread.monitoring.notify.mail.MailTrial;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Form;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;

/** Whether mail is set up, and whether it works. */
@ApplicationScoped
class MailPart {
    @Inject
    MailTrial trial;

    Component of(Actor actor) {
        return switch (trial.setting(actor)) {
            case MailSetting.Off _ ->
                Page.empty(
                        "No mail is sent.",
                        "Set OVERREAD_SMTP_HOST and OVERREAD_SMTP_FROM, and OVERREAD_SMTP_USER and OVERREAD_SMTP_PASSWORD"
                                + " where the server asks for them, and start again.");
            case MailSetting.Broken broken ->
                new Div(
                        new Tag("Not usable", Tag.Tone.BAD),
                        Page.quiet(broken.reason()
                                + ". Nothing is sent until it is corrected and the server started again."));
            case MailSetting.On server -> new Div(facts(server), test(actor));
        };
    }

    private static Facts facts(MailSetting.On server) {
        return new Facts()
                .with("State", new Tag("Set up", Tag.Tone.GOOD))
                .with("Server", "%s, port %d".formatted(server.host(), server.port()))
                .with("Encryption", server.encryption().title())
                .with("Log-in", server.user().isEmpty() ? "none" : server.user())
                .with("From", server.from());
    }

    private Form test(Actor actor) {
        var to = new EmailField("Send a test to");
        return new Form("Send a test mail", () -> {
                    var answer = trial.send(actor, to.getValue());
                    if (!(answer instanceof Answer.Delivered)) {
                        throw new GovernanceException(ErrorCode.OUTSIDE, answer.words());
                    }
                    Notices.done(answer.words() + " Look whether it arrives at " + to.getValue() + ".");
                })
                .with("address", to);
    }
}
