package org.overread.monitoring.notify.wire;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.webhook.Calling;

/** Posts what a webhook is told. Its status is the answer, whatever follows it. */
@ApplicationScoped
class HttpCalling implements Calling {
    /** A caller can do nothing wrong to be answered these: too slow, too early, too often. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    @Inject
    Installation installation;

    private final Post post = new Post();

    @PreDestroy
    void stop() {
        post.close();
    }

    @Override
    public Duration patience() {
        return installation.callTime();
    }

    @Override
    public Answer call(URI address, Delivery delivery, List<String> secrets, Optional<URI> link, Instant now) {
        try {
            return answer(post.send(request(address, delivery, secrets, link, now), patience()));
        } catch (HttpTimeoutException e) {
            return new Answer.Later(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return reason(e);
        } catch (IllegalArgumentException e) {
            return new Answer.Never("Nothing can be called at its address (" + e.getMessage() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Later("The server was stopped meanwhile.");
        }
    }

    private static HttpRequest request(
            URI address, Delivery delivery, List<String> secrets, Optional<URI> link, Instant now) {
        var id = delivery.id().toString();
        var body = WebhookBody.of(delivery.notice(), link);
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Overread")
                .header(WebhookSignature.ID, id)
                .header(WebhookSignature.TIMESTAMP, String.valueOf(now.getEpochSecond()))
                .header(WebhookSignature.SIGNATURE, WebhookSignature.of(secrets, id, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Answer answer(Post.Status status) {
        int code = status.code();
        if (status.taken()) {
            return new Answer.Delivered(status.words(patience()));
        }
        if (code >= 300 && code < 400) {
            return new Answer.Doubtful(
                    "It answered %d, a redirect, which is not followed. Enter the address it leads to."
                            .formatted(code));
        }
        if (code == 410) {
            return new Answer.Never("It answered 410: it does not want to be called any more.");
        }
        return code >= 400 && code < 500 && !PASSING.contains(code)
                ? new Answer.Doubtful(
                        "It answered %d: it does not take such calls at this address. Look at the address."
                                .formatted(code))
                : new Answer.Later("It answered " + code + ".");
    }

    private static Answer reason(IOException e) {
        if (causes(e).anyMatch(UnresolvedAddressException.class::isInstance)) {
            return new Answer.Doubtful("The name of its host is not known here. Look at the address.");
        }
        return switch (e) {
            case ConnectException _ ->
                new Answer.Later("Nothing answers at its address. Look at the address, and whether it can be reached"
                        + " from this server.");
            case SSLException untrusted -> new Answer.Doubtful(sentence("Its certificate was not accepted", untrusted));
            case IOException other -> new Answer.Later(sentence("It could not be reached", other));
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
