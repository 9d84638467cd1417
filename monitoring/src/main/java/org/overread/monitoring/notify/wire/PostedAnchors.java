package org.overread.monitoring.notify.wire;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import org.overread.monitoring.notify.Installation;
import org.overread.registry.audit.anchor.AnchorPlace;
import org.overread.registry.audit.anchor.SignedAnchor;
import org.overread.registry.audit.anchor.wire.AnchorTexts;

/**
 * A system that keeps anchors, at the address {@code OVERREAD_ANCHOR_URL}: each is posted there as JSON. It need not
 * believe the sender, since an anchor is signed.
 */
@ApplicationScoped
class PostedAnchors implements AnchorPlace {
    @Inject
    Installation installation;

    private final Post post = new Post();

    @PreDestroy
    void stop() {
        post.close();
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
        try {
            var request = HttpRequest.newBuilder(address().orElseThrow())
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Overread")
                    .POST(HttpRequest.BodyPublishers.ofString(AnchorTexts.line(anchor)))
                    .build();
            var time = installation.callTime();
            var status = post.send(request, time);
            return new Answer(status.taken(), status.words(time));
        } catch (HttpTimeoutException e) {
            return new Answer(false, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Answer(false, "It could not be reached.");
        } catch (IllegalArgumentException e) {
            return new Answer(false, "OVERREAD_ANCHOR_URL is no address that can be called.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, "The server was stopped meanwhile.");
        }
    }

    private Optional<URI> address() {
        return Optional.ofNullable(installation.environment().get("OVERREAD_ANCHOR_URL"))
                .map(String::strip)
                .filter(address -> address.matches("https?://\\S+"))
                .map(URI::create);
    }
}
