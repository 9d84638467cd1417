package org.overread.registry.promotion;

import java.util.stream.Stream;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.gate.Changes;
import org.overread.registry.promotion.PromotionRequest.Approved;
import org.overread.registry.promotion.PromotionRequest.Blocked;
import org.overread.registry.promotion.PromotionRequest.Ended;
import org.overread.registry.promotion.PromotionRequest.Halted;
import org.overread.registry.promotion.PromotionRequest.InReview;
import org.overread.registry.promotion.PromotionRequest.Live;
import org.overread.registry.promotion.PromotionRequest.ReadyForDecision;
import org.overread.registry.promotion.PromotionRequest.Rejected;
import org.overread.registry.promotion.PromotionRequest.Withdrawn;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.SignOff;
import org.overread.registry.review.Signature;

/** Which state follows from what is on record about a request and from how the version stands. */
final class StateRule {
    private StateRule() {}

    static PromotionRequest of(PromotionFile file, Standing standing, Since since) {
        var entry = standing.entryBy(file.submission().id());
        if (entry.isPresent()) {
            return standing.doubts().isEmpty()
                    ? entered(file, standing, entry.get())
                    : new Halted(file, standing, standing.doubts());
        }
        var rejection = file.chain().meaning(Meaning.REJECTION).findFirst();
        if (rejection.isPresent()) {
            return new Rejected(file, rejection.get());
        }
        var withdrawal = file.withdrawal();
        return withdrawal == null ? pending(file, standing, since) : new Withdrawn(file, withdrawal);
    }

    private static PromotionRequest entered(PromotionFile file, Standing standing, StageEntry entry) {
        var replaced = standing.history().replacement(entry);
        return standing.endOf(entry)
                .<PromotionRequest>map(ending -> new Ended(file, entry.at(), replaced, ending))
                .orElseGet(() -> new Live(file, entry.at(), replaced));
    }

    private static PromotionRequest pending(PromotionFile file, Standing standing, Since since) {
        var alterations = file.alterations();
        var moves = standing.doubtsAbout(file.submission());
        var verdict = file.verdict();
        if (verdict != null && !verdict.open() && alterations.isEmpty()) {
            return new Blocked(file, standing, verdict, moves);
        }
        var policy = file.policy().content();
        var evidence = file.evidence().content();
        var reasons = Stream.concat(alterations.stream(), moves.stream()).toList();
        if (!reasons.isEmpty() || policy == null || evidence == null) {
            return new Halted(file, standing, reasons);
        }
        return underWay(file, standing, file.signOff(policy, standing.place()), since.of(policy, evidence));
    }

    private static PromotionRequest underWay(PromotionFile file, Standing standing, SignOff signOff, Changes changes) {
        return signOff.approval()
                .map(approval -> approved(file, standing, changes, approval))
                .orElseGet(() -> signOff.complete()
                        ? new ReadyForDecision(file, standing, changes, signOff)
                        : new InReview(file, standing, changes, signOff));
    }

    /** Approved, unless it would now end what the chair did not see when approving. */
    private static PromotionRequest approved(
            PromotionFile file, Standing standing, Changes changes, Signature approval) {
        var unseen = standing.unseenAt(file.submission(), approval.signedAt());
        return unseen.isEmpty()
                ? new Approved(file, standing, changes, approval)
                : new Halted(
                        file,
                        standing,
                        unseen.stream()
                                .map(each ->
                                        "Since it was approved, %s went live at %s; nobody has decided that it ends."
                                                .formatted(each.words(), standing.site()))
                                .toList());
    }
}
