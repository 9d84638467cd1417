package org.overread.web.security;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.servlet.ServletContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Believes what a request says of whom it was forwarded for only when a declared proxy sends it, and else takes the
 * headers away before anything reads them. Of several addresses the last counts that no declared proxy has: those
 * before it are what the caller claims.
 */
public final class ForwardedHeaders implements ServletExtension {
    private static final HttpString HSTS = new HttpString("Strict-Transport-Security");
    private static final List<HttpString> CLAIMS = List.of(
            Headers.X_FORWARDED_FOR,
            Headers.X_FORWARDED_PROTO,
            Headers.X_FORWARDED_HOST,
            Headers.X_FORWARDED_PORT,
            Headers.X_FORWARDED_SERVER,
            new HttpString("Forwarded"));

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var setting = System.getenv().getOrDefault("OVERREAD_TRUSTED_PROXIES", "");
        var proxies = TrustedProxies.of(setting);
        deployment.addInitialHandlerChainWrapper(next -> believing(proxies, next));
    }

    static HttpHandler believing(TrustedProxies proxies, HttpHandler next) {
        return exchange -> {
            var peer = exchange.getSourceAddress().getAddress();
            if (peer != null && proxies.trust(peer)) {
                apply(proxies, exchange);
            }
            CLAIMS.forEach(exchange.getRequestHeaders()::remove);
            if (exchange.getRequestScheme().equals("https")) {
                exchange.getResponseHeaders().put(HSTS, "max-age=31536000; includeSubDomains");
            }
            next.handleRequest(exchange);
        };
    }

    private static void apply(TrustedProxies proxies, HttpServerExchange exchange) {
        var caller = caller(proxies, said(exchange, Headers.X_FORWARDED_FOR));
        if (caller != null) {
            exchange.setSourceAddress(new InetSocketAddress(caller, 0));
        }
        var schemes = said(exchange, Headers.X_FORWARDED_PROTO);
        if (!schemes.isEmpty() && schemes.getLast().matches("https?")) {
            exchange.setRequestScheme(schemes.getLast());
        }
        var hosts = said(exchange, Headers.X_FORWARDED_HOST);
        if (!hosts.isEmpty()) {
            exchange.getRequestHeaders().put(Headers.HOST, hosts.getLast());
        }
    }

    private static @Nullable InetAddress caller(TrustedProxies proxies, List<String> said) {
        @Nullable InetAddress nearest = null;
        for (var text : said.reversed()) {
            try {
                nearest = TrustedProxies.address(text);
            } catch (UnknownHostException e) {
                return nearest;
            }
            if (!proxies.trust(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    /** The parts of a header, which may come several times, in their order. */
    private static List<String> said(HttpServerExchange exchange, HttpString header) {
        var values = exchange.getRequestHeaders().get(header);
        return values == null
                ? List.of()
                : values.stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
