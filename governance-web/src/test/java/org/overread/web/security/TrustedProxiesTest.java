package org.overread.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "::1, ::1, true",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "0.0.0.0/0, ::1, false"
    })
    void trustsWhatIsDeclared(String declared, String address, boolean trusted) throws UnknownHostException {
        assertThat(TrustedProxies.of(declared).trust(TrustedProxies.address(address)))
                .isEqualTo(trusted);
    }

    @Test
    void trustsNobodyWhenNothingIsDeclared() throws UnknownHostException {
        assertThat(TrustedProxies.of("").trust(TrustedProxies.address("127.0.0.1")))
                .isFalse();
        assertThat(TrustedProxies.of(" 10.1.2.3 , ::1 ,").networks()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "::/129", "10.1.2.3;10.1.2.4"})
    void namesThePartThatIsWrong(String declared) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedProxies.of("10.1.2.3," + declared))
                .withMessage(
                        "OVERREAD_TRUSTED_PROXIES: \"%s\" is neither an address nor a network such as 10.0.0.0/8",
                        declared);
    }
}
