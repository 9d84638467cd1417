package org.overread.registry.promotion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.DayWords;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.SubjectRef;
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
        return row(
                file,
                name(file) + ",",
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
                "the signature of %s of %s under %s,"
                        .formatted(signature.whose(), DayWords.of(signature.signedAt()), name(file)),
                PromotionDeeds.verb(signature.meaning()),
                signature.digest().hex(),
                null);
    }

    private static Witnessed withdrawal(PromotionFile file, Withdrawal withdrawal) {
        return row(
                file,
                "the withdrawal by %s of %s,".formatted(withdrawal.byName(), name(file)),
                PromotionDeeds.WITHDRAWN,
                withdrawal.by(),
                null);
    }

    private static Witnessed row(PromotionFile file, String name, String action, String what, @Nullable String fault) {
        var submission = file.submission();
        var id = submission.id().toString();
        return new Witnessed(
                name, submission.version().model(), mark(action, id, what), fault, new SubjectRef("promotion", id));
    }

    private static String name(PromotionFile file) {
        var submission = file.submission();
        return "the promotion of %s, asked for on %s"
                .formatted(submission.sentence(), DayWords.of(submission.submittedAt()));
    }

    private static String mark(String action, String promotion, @Nullable String what) {
        return action + " " + promotion + " " + what;
    }
}
