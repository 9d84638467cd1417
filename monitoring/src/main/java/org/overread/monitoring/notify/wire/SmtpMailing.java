package org.overread.monitoring.notify.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.mail.Letter;
import org.overread.monitoring.notify.mail.MailSetting;
import org.overread.monitoring.notify.mail.MailSetting.Encryption;
import org.overread.monitoring.notify.mail.Mailing;

/** Sends letters by SMTP, with Jakarta Mail. */
@ApplicationScoped
class SmtpMailing implements Mailing {
    private static final String TIMEOUT_MILLIS = "10000";

    @Override
    public Answer send(MailSetting.On server, Letter letter) {
        try {
            Transport.send(message(server, letter));
            return new Answer.Delivered("The mail server took it.");
        } catch (AuthenticationFailedException e) {
            return new Answer.Later("The mail server refused the log-in (OVERREAD_SMTP_USER, OVERREAD_SMTP_PASSWORD).");
        } catch (SendFailedException e) {
            return new Answer.Later("The mail server refused it: " + reason(e));
        } catch (MessagingException e) {
            return new Answer.Later(
                    "The mail server %s:%d could not be used: %s".formatted(server.host(), server.port(), reason(e)));
        }
    }

    private static MimeMessage message(MailSetting.On server, Letter letter) throws MessagingException {
        var message = new Identified(session(server), "<" + letter.id() + "@overread>");
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(new Date());
        return message;
    }

    private static Session session(MailSetting.On server) {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", String.valueOf(server.port()));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.encryption() == Encryption.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(server.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        });
    }

    /** What the server said, in one line; it holds the receiver's address at most. */
    private static String reason(MessagingException e) {
        var deepest = e;
        while (deepest.getNextException() instanceof MessagingException next) {
            deepest = next;
        }
        var words = String.valueOf(deepest.getMessage())
                .lines()
                .findFirst()
                .orElse("no reason given")
                .strip();
        return words.length() > 300 ? words.substring(0, 300) : words;
    }

    /** A message that keeps its own id when it is saved: the same for each try. */
    private static final class Identified extends MimeMessage {
        private final String id;

        private Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
