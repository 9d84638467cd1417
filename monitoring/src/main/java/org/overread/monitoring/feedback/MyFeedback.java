package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One piece of feedback as its giver sees it.
 *
 * @param card null while its card is not known
 * @param modelName the printed name of the model; null while its card is not known
 * @param replies what came of it in whole sentences, what people wrote first
 */
public record MyFeedback(
        GivenFeedback feedback,
        @Nullable Card card,
        @Nullable String modelName,
        FeedbackState state,
        List<String> replies) {
    public MyFeedback {
        replies = List.copyOf(replies);
    }

    /** Whether it can be taken back. */
    public boolean withdrawable() {
        return state != FeedbackState.WITHDRAWN;
    }

    /**
     * Derives how far it has come.
     *
     * @param requests what came of the requests whose evidence rests on it, the newest first
     */
    static MyFeedback of(
            GivenFeedback given,
            @Nullable Card card,
            @Nullable String modelName,
            @Nullable Instant withdrawnAt,
            List<Reply> written,
            List<Consequence> requests) {
        var sentences = Stream.concat(
                        written.reversed().stream().map(Reply::text),
                        requests.stream().map(request -> request.sentence(given.kind())))
                .toList();
        return new MyFeedback(given, card, modelName, state(withdrawnAt, written, requests), sentences);
    }

    private static FeedbackState state(@Nullable Instant withdrawnAt, List<Reply> written, List<Consequence> requests) {
        if (withdrawnAt != null) {
            return FeedbackState.WITHDRAWN;
        }
        if (!written.isEmpty() || requests.stream().anyMatch(Consequence::decided)) {
            return FeedbackState.ANSWERED;
        }
        return requests.isEmpty() ? FeedbackState.RECEIVED : FeedbackState.COUNTED;
    }
}
