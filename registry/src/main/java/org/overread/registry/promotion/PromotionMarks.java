package org.overread.registry.promotion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.Witnessed;
import org.overread.registry.promotion.PromotionFile.Withdrawal;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Signature;

/** How requests, signatures and withdrawals are found in the audit trail: by their ids and digests. */
final class PromotionMarks {
    static final Set<String> ACTIONS = Set.of(
            PromotionDeeds.SUBMITTED,
            PromotionDeeds.WITHDRAWN,
            PromotionDeeds.verb(Meaning.REVIEW),
            PromotionDeeds.verb(Meaning.APPROVAL),
            PromotionDeeds.verb(Meaning.REJECTION));

    private PromotionMarks() {}

    /** What an entry says of the row it tells of. */
    static Optional<String> told(AuditEntry entry) {
        if (!ACTIONS.contains(entry.action())) {
            return Optional.empty();
        }
        var what = switch (entry.action()) {
            case PromotionDeeds.SUBMITTED -> entry.details().get("digest");
            case PromotionDeeds.WITHDRAWN -> entry.actorId();
            default -> entry.details().get("signature");
        };
        return Optional.of(mark(entry.action(), entry.subjectId(), what));
    }

    /** A request, its signatures and its withdrawal, each with the mark its entry must carry. */
    static Stream<Witnessed> of(PromotionFile file) {
        var rows = Stream.concat(
                Stream.of(request(file)),
                file.chain().signatures().stream().map(signature -> signature(file, signature)));
        var withdrawal = file.withdrawal();
        return withdrawal == null ? rows : Stream.concat(rows, Stream.of(withdrawal(file, withdrawal)));
    }

    private static Witnessed request(PromotionFile file) {
        var submission = file.submission();
        return row(
                file,
                "promotion %s: %s".formatted(submission.id(), submission.sentence()),
                PromotionDeeds.SUBMITTED,
                file.submitted().hex(),
                fault(file.alterations()));
    }

    private static @Nullable String fault(List<String> alterations) {
        return alterations.isEmpty()
                ? null
                : "is not as it was put on record: "
                        + String.join(" ", alterations).replaceFirst("\\.$", "");
    }

    private static Witnessed signature(PromotionFile file, Signature signature) {
        return row(
                file,
                "signature %s: %s on %s"
                        .formatted(
                                signature.id(),
                                signature.whose(),
                                file.submission().sentence()),
                PromotionDeeds.verb(signature.meaning()),
                signature.digest().hex(),
                null);
    }

    private static Witnessed withdrawal(PromotionFile file, Withdrawal withdrawal) {
        return row(
                file,
                "withdrawal by %s of %s"
                        .formatted(withdrawal.byName(), file.submission().sentence()),
                PromotionDeeds.WITHDRAWN,
                withdrawal.by(),
                null);
    }

    private static Witnessed row(PromotionFile file, String name, String action, String what, @Nullable String fault) {
        var submission = file.submission();
        return new Witnessed(
                name, submission.version().model(), mark(action, submission.id().toString(), what), fault);
    }

    private static String mark(String action, String promotion, @Nullable String what) {
        return action + " " + promotion + " " + what;
    }
}
