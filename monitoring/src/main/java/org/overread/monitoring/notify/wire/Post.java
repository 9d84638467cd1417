package org.overread.monitoring.notify.wire;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Posts to another system, which is not trusted with more than a certain time, from connecting to the last byte of its
 * answer, nor with more than {@value Discarded#MOST_BYTES} bytes of it. What exceeds them is cut off with its connection.
 * No redirect is followed, so that a call never ends where nobody has sent it.
 */
final class Post implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /**
     * What was answered.
     *
     * @param whole whether the answer had an end within the time
     */
    record Status(int code, boolean whole) {
        boolean taken() {
            return code >= 200 && code < 300;
        }

        /** In one sentence. */
        String words(Duration time) {
            return whole
                    ? "It answered %d.".formatted(code)
                    : "It answered %d, but did not end its answer within %s; the rest was not waited for."
                            .formatted(code, inWords(time));
        }
    }

    /**
     * Sends it.
     *
     * @throws HttpTimeoutException when not even a status came within the time
     * @throws IOException when it could not be reached
     * @throws IllegalArgumentException when nothing can be reached under such an address
     */
    Status send(HttpRequest request, Duration time) throws IOException, InterruptedException {
        var status = new AtomicInteger();
        var answer = client.sendAsync(request, head -> {
            status.set(head.statusCode());
            return new Discarded(BodySubscribers.discarding());
        });
        try {
            return new Status(answer.get(time.toMillis(), TimeUnit.MILLISECONDS).statusCode(), true);
        } catch (TimeoutException e) {
            if (status.get() == 0) {
                throw new HttpTimeoutException("It did not answer within " + inWords(time) + ".");
            }
            return new Status(status.get(), false);
        } catch (ExecutionException e) {
            if (status.get() != 0) {
                return new Status(status.get(), true);
            }
            throw failure(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** A time in words. */
    static String inWords(Duration time) {
        return time.toSeconds() > 0 ? time.toSeconds() + " seconds" : time.toMillis() + " ms";
    }

    private static IOException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case IOException known -> known;
            case IllegalArgumentException unusable -> throw unusable;
            case null, default -> new IOException("it failed", cause);
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
