package org.overread.monitoring.notify.wire;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.overread.monitoring.notify.Installation;
import org.overread.registry.audit.anchor.AnchorPlace;
import org.overread.registry.audit.anchor.SignedAnchor;
import org.overread.registry.audit.anchor.wire.AnchorTexts;

/**
 * A system that keeps anchors, at the address {@code OVERREAD_ANCHOR_URL}: each is posted there as JSON. It need not
 * believe the sender, since an anchor is signed. Ten seconds are all that the whole answer may take.
 */
@ApplicationScoped
class PostedAnchors implements AnchorPlace {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Inject
    Installation installation;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @PreDestroy
    void stop() {
        client.shutdownNow();
    }

    @Override
    public String name() {
        return "the system that keeps anchors";
    }

    @Override
    public boolean open() {
        return address().isPresent();
    }

    @Override
    public Answer put(SignedAnchor anchor) {
        var request = HttpRequest.newBuilder(address().orElseThrow())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Overread")
                .POST(HttpRequest.BodyPublishers.ofString(AnchorTexts.line(anchor)))
                .build();
        var answer = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS).statusCode();
            return new Answer(status >= 200 && status < 300, "It answered " + status + ".");
        } catch (TimeoutException e) {
            return new Answer(false, "It did not answer within 10 seconds.");
        } catch (ExecutionException e) {
            return new Answer(false, "It could not be reached.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, "The server was stopped meanwhile.");
        } finally {
            answer.cancel(true);
        }
    }

    private Optional<URI> address() {
        return Optional.ofNullable(installation.environment().get("OVERREAD_ANCHOR_URL"))
                .map(String::strip)
                .filter(address -> address.matches("https?://\\S+"))
                .map(URI::create);
    }
}
