package org.overread.monitoring.notify.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    /** The example that implementations of Standard Webhooks test themselves with. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    @DisplayName("F4: a call is signed as Standard Webhooks demands, so that any of its libraries can verify it")
    void signsTheExampleOfTheStandard() {
        assertThat(WebhookSignature.of(List.of(SECRET), ID, AT, BODY)).isEqualTo(SIGNATURE);
        assertThat(fits(SECRET, ID, TIMESTAMP, SIGNATURE, BODY, AT)).isTrue();
    }

    @Test
    @DisplayName("F4: a body, an id or a time that was changed, or another secret, does not fit")
    void refusesWhatWasChanged() {
        assertThat(fits(SECRET, ID, TIMESTAMP, SIGNATURE, "{\"test\": 2432232315}", AT))
                .isFalse();
        assertThat(fits(SECRET, ID + "x", TIMESTAMP, SIGNATURE, BODY, AT)).isFalse();
        assertThat(fits(SECRET, ID, "1614265331", SIGNATURE, BODY, AT)).isFalse();
        assertThat(fits(SECRET, ID, "soon", SIGNATURE, BODY, AT)).isFalse();
        assertThat(fits(SECRET, ID, TIMESTAMP, "v2" + SIGNATURE.substring(2), BODY, AT))
                .isFalse();
        assertThat(fits("whsec_AAAA" + SECRET.substring(10), ID, TIMESTAMP, SIGNATURE, BODY, AT))
                .isFalse();
    }

    @Test
    @DisplayName("F4: a genuine call that is played back later than five minutes does not fit")
    void refusesWhatIsPlayedBack() {
        assertThat(fits(SECRET, ID, TIMESTAMP, SIGNATURE, BODY, AT.plusSeconds(300)))
                .isTrue();
        assertThat(fits(SECRET, ID, TIMESTAMP, SIGNATURE, BODY, AT.plusSeconds(301)))
                .isFalse();
        assertThat(fits(SECRET, ID, TIMESTAMP, SIGNATURE, BODY, AT.minusSeconds(301)))
                .isFalse();
    }

    @Test
    void oneSignatureOfSeveralIsEnough() {
        var other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        var both = WebhookSignature.of(List.of(other, SECRET), ID, AT, BODY);

        assertThat(fits(SECRET, ID, TIMESTAMP, both, BODY, AT)).isTrue();
        assertThat(fits(other, ID, TIMESTAMP, both, BODY, AT)).isTrue();
    }

    private static boolean fits(
            String secret, String id, String timestamp, String signature, String body, Instant now) {
        return WebhookSignature.fits(secret, id, timestamp, signature, body, now);
    }
}
