package org.overread.monitoring.notify.wire;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.mail.Letter;
import org.overread.monitoring.notify.mail.MailSetting;
import org.overread.monitoring.notify.mail.MailSetting.Encryption;
import org.overread.monitoring.notify.mail.Mailing;

/**
 * Sends letters by SMTP, with Jakarta Mail. What that times is each read; the whole is timed here, for a server that
 * answers a byte now and then.
 */
@ApplicationScoped
class SmtpMailing implements Mailing {
    @Inject
    Installation installation;

    /** A thread of its own that can be interrupted while it waits for a byte: its connection is closed with it. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    @Override
    public Duration patience() {
        return installation.mailTime();
    }

    @Override
    public Answer send(MailSetting.On server, Letter letter) {
        var time = patience();
        var sending = threads.submit(() -> sent(server, letter, time));
        try {
            return sending.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Answer.Later("The mail server %s:%d did not take it within %s."
                    .formatted(server.host(), server.port(), Post.inWords(time)));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a mail could not be sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Later("The server was stopped meanwhile.");
        } finally {
            sending.cancel(true);
        }
    }

    private static Answer sent(MailSetting.On server, Letter letter, Duration time) {
        try {
            Transport.send(message(server, letter, time));
            return new Answer.Delivered("The mail server took it.");
        } catch (AuthenticationFailedException e) {
            return new Answer.Later("The mail server refused the log-in (OVERREAD_SMTP_USER, OVERREAD_SMTP_PASSWORD).");
        } catch (SendFailedException e) {
            return e.getInvalidAddresses() == null || e.getInvalidAddresses().length == 0
                    ? new Answer.Later("The mail server refused it: " + reason(e))
                    : new Answer.Never("The mail server takes nothing for this address: " + reason(e));
        } catch (MessagingException e) {
            return new Answer.Later(
                    "The mail server %s:%d could not be used: %s".formatted(server.host(), server.port(), reason(e)));
        }
    }

    private static MimeMessage message(MailSetting.On server, Letter letter, Duration time) throws MessagingException {
        var message = new Identified(session(server, time), "<" + letter.id() + "@overread>");
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(new Date());
        return message;
    }

    private static Session session(MailSetting.On server, Duration time) {
        var millis = String.valueOf(time.toMillis());
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", String.valueOf(server.port()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
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
