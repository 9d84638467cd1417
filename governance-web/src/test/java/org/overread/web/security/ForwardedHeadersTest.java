package org.overread.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ForwardedHeadersTest {
    private final HttpServerExchange exchange = new HttpServerExchange(null, 0);

    @Test
    @DisplayName("G1: what a stranger claims to be forwarded for is taken away before anything reads it")
    void believesNoStranger() throws Exception {
        passes("10.1.2.3", "203.0.113.9", "198.51.100.1");

        assertThat(address()).isEqualTo("203.0.113.9");
        assertThat(exchange.getRequestScheme()).isEqualTo("http");
        assertThat(exchange.getRequestHeaders().getFirst(Headers.HOST)).isEqualTo("overread.example");
        assertThat(exchange.getRequestHeaders().contains(Headers.X_FORWARDED_FOR))
                .isFalse();
        assertThat(exchange.getResponseHeaders().contains("Strict-Transport-Security"))
                .isFalse();
    }

    @Test
    @DisplayName("G1: a declared proxy is believed, in what it has added itself")
    void believesADeclaredProxy() throws Exception {
        passes("10.1.2.3", "10.1.2.3", "192.0.2.66, 198.51.100.1");

        assertThat(address()).isEqualTo("198.51.100.1");
        assertThat(exchange.getRequestScheme()).isEqualTo("https");
        assertThat(exchange.getRequestHeaders().getFirst(Headers.HOST)).isEqualTo("clinic.example");
        assertThat(exchange.getResponseHeaders().getFirst("Strict-Transport-Security"))
                .startsWith("max-age=");
    }

    @Test
    void looksThroughAChainOfDeclaredProxies() throws Exception {
        passes("10.0.0.0/8", "10.1.2.3", "192.0.2.66, 198.51.100.1, 10.9.9.9");

        assertThat(address()).isEqualTo("198.51.100.1");
    }

    @Test
    void staysWithTheNearestWhenTheRestIsNoAddress() throws Exception {
        passes("10.0.0.0/8", "10.1.2.3", "unknown, 10.9.9.9");

        assertThat(address()).isEqualTo("10.9.9.9");
    }

    private String address() {
        return exchange.getSourceAddress().getAddress().getHostAddress();
    }

    private void passes(String declared, String peer, String forwardedFor) throws Exception {
        var passed = new AtomicBoolean();
        exchange.setSourceAddress(new InetSocketAddress(peer, 40_000));
        exchange.setRequestScheme("http");
        exchange.getRequestHeaders().put(Headers.HOST, "overread.example");
        exchange.getRequestHeaders().put(Headers.X_FORWARDED_FOR, forwardedFor);
        exchange.getRequestHeaders().put(Headers.X_FORWARDED_PROTO, "https");
        exchange.getRequestHeaders().put(Headers.X_FORWARDED_HOST, "clinic.example");

        ForwardedHeaders.believing(TrustedProxies.of(declared), _ -> passed.set(true))
                .handleRequest(exchange);

        assertThat(passed).isTrue();
    }
}
