package org.overread.monitoring.notify.wire;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** An answer's body that nobody wants to read: it is let pass up to a certain size, and broken off beyond. */
final class Discarded implements BodySubscriber<Void> {
    static final int MOST_BYTES = 64 << 10;

    private final BodySubscriber<Void> rest;
    private Flow.@Nullable Subscription subscription;
    private long bytes;

    Discarded(BodySubscriber<Void> rest) {
        this.rest = rest;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return rest.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        rest.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes > MOST_BYTES && subscription != null) {
            subscription.cancel();
            rest.onComplete();
        } else {
            rest.onNext(part);
        }
    }

    @Override
    public void onError(Throwable failure) {
        rest.onError(failure);
    }

    @Override
    public void onComplete() {
        rest.onComplete();
    }
}
