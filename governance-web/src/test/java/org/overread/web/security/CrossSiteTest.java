package org.overread.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSiteTest {
    @ParameterizedTest
    @CsvSource({
        "POST, same-origin, , false",
        "POST, none, , false",
        "POST, cross-site, , true",
        "POST, same-site, , true",
        "POST, , https://overread.hospital.example, false",
        "POST, , https://evil.example, true",
        "POST, , null, true",
        "GET, cross-site, https://evil.example, false",
    })
    void suspectsWhatAnotherSiteMadeTheBrowserSend(
            String method, @Nullable String fetchSite, @Nullable String origin, boolean suspect) {
        assertThat(CrossSite.suspect(request(method, fetchSite, origin))).isEqualTo(suspect);
    }

    @Test
    void trustsAProgramThatIsNoBrowser() {
        assertThat(CrossSite.suspect(request("POST", null, null))).isFalse();
    }

    private static HttpServletRequest request(String method, @Nullable String fetchSite, @Nullable String origin) {
        var headers = new java.util.HashMap<String, @Nullable String>(Map.of("Host", "overread.hospital.example"));
        headers.put("Sec-Fetch-Site", fetchSite);
        headers.put("Origin", origin);
        return (HttpServletRequest) Proxy.newProxyInstance(
                CrossSiteTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, call, arguments) -> switch (call.getName()) {
                    case "getMethod" -> method;
                    case "getHeader" -> headers.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(call.getName());
                });
    }
}
