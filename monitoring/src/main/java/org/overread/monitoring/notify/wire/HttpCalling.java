package org.overread.monitoring.notify.wire;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.webhook.Calling;

/**
 * Posts what a webhook is told. It follows no redirect, so that a signed call never ends where nobody has sent it, and
 * keeps nothing of what is answered but the status.
 */
@ApplicationScoped
class HttpCalling implements Calling {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @PreDestroy
    void stop() {
        client.shutdownNow();
    }

    @Override
    public Answer call(URI address, Delivery delivery, List<String> secrets, Optional<URI> link, Instant now) {
        var id = delivery.id().toString();
        var body = WebhookBody.of(delivery.notice(), link);
        var request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Overread")
                .header(WebhookSignature.ID, id)
                .header(WebhookSignature.TIMESTAMP, String.valueOf(now.getEpochSecond()))
                .header(WebhookSignature.SIGNATURE, WebhookSignature.of(secrets, id, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return answer(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (HttpConnectTimeoutException e) {
            return new Answer.Later("It could not be reached within 10 seconds.");
        } catch (HttpTimeoutException e) {
            return new Answer.Later("It did not answer within 10 seconds.");
        } catch (IOException e) {
            return new Answer.Later(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Later("The server was stopped meanwhile.");
        }
    }

    private static Answer answer(int status) {
        if (status >= 200 && status < 300) {
            return new Answer.Delivered("It answered " + status + ".");
        }
        if (status >= 300 && status < 400) {
            return new Answer.Later("It answered %d, a redirect, which is not followed. Enter the address it leads to."
                    .formatted(status));
        }
        return status == 410
                ? new Answer.Never("It answered 410: it does not want to be called any more.")
                : new Answer.Later("It answered " + status + ".");
    }

    private static String reason(IOException e) {
        if (causes(e).anyMatch(UnresolvedAddressException.class::isInstance)) {
            return "The name of its host is not known here. Look at the address.";
        }
        return switch (e) {
            case ConnectException _ ->
                "Nothing answers at its address. Look at the address, and whether it can be reached from this server.";
            case SSLException untrusted -> sentence("Its certificate was not accepted", untrusted);
            case IOException other -> sentence("It could not be reached", other);
        };
    }

    private static String sentence(String begins, IOException e) {
        var why = e.getMessage();
        return why == null || why.isBlank() ? begins + "." : "%s: %s.".formatted(begins, why.strip());
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause);
    }
}
