package org.overread.monitoring.notify.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.mail.Letter;
import org.overread.monitoring.notify.mail.MailSetting;
import org.overread.monitoring.notify.mail.MailSetting.Encryption;

class SmtpMailingTest {
    private final SmtpMailing mailing = new SmtpMailing();
    private Duration time = Duration.ofMillis(400);

    @BeforeEach
    void wire() {
        mailing.installation = new Installation() {
            @Override
            public Duration mailTime() {
                return time;
            }
        };
    }

    @AfterEach
    void end() {
        mailing.stop();
    }

    @Test
    @DisplayName("D2: a mail server that speaks a byte now and then is left alone when the time for the whole is over")
    void waitsForNoGreeting() throws Exception {
        try (var trickler = new Trickler("220 mail.exa", (byte) 'm', true)) {
            assertThat(send(trickler.port(), Encryption.NONE))
                    .isEqualTo(new Answer.Later(
                            "The mail server 127.0.0.1:%d did not take it within 400 ms.".formatted(trickler.port())));
            assertThat(trickler.leftAfter()).as("the connection is closed").isLessThan(200);
        }
    }

    @Test
    @DisplayName("D2: so is one that does so in the midst of the talk on encryption")
    void waitsForNoHandshake() throws Exception {
        try (var trickler = new Trickler("", (byte) 22, true)) {
            assertThat(send(trickler.port(), Encryption.TLS)).isInstanceOf(Answer.Later.class);
            assertThat(trickler.leftAfter()).as("the connection is closed").isLessThan(200);
        }
    }

    @Test
    @DisplayName("D2: an address that the mail server refuses for good is told from one that it takes later")
    void knowsAnAddressThatCanNeverWork() throws Exception {
        time = Duration.ofSeconds(5);
        try (var server = new Refusing("550 5.1.1 There is no such mailbox")) {
            assertThat(send(server.port(), Encryption.NONE))
                    .isEqualTo(new Answer.Never(
                            "The mail server takes nothing for this address: 550 5.1.1 There is no" + " such mailbox"));
        }
        try (var server = new Refusing("450 4.2.0 Come back in five minutes")) {
            assertThat(send(server.port(), Encryption.NONE))
                    .isEqualTo(new Answer.Later("The mail server refused it: 450 4.2.0 Come back in five minutes"));
        }
    }

    private Answer send(int port, Encryption encryption) {
        return mailing.send(
                new MailSetting.On("127.0.0.1", port, encryption, "", "", "overread@hospital.example"),
                new Letter(new UUID(1, 1), "mira@hospital.example", "Overread", "A test."));
    }

    /** A mail server by hand that takes everything but the receiver. */
    private static final class Refusing implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

        Refusing(String receiver) throws IOException {
            Thread.startVirtualThread(() -> {
                try (var caller = server.accept()) {
                    var lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII));
                    var out = caller.getOutputStream();
                    out.write("220 mail.example\r\n".getBytes(US_ASCII));
                    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                        out.write(((line.startsWith("RCPT") ? receiver : "250 So be it") + "\r\n").getBytes(US_ASCII));
                    }
                } catch (IOException e) {
                    // the test sees what came of it
                }
            });
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
