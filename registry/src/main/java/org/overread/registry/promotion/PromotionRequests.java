package org.overread.registry.promotion;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Stage;
import org.overread.registry.promotion.PromotionFile.Withdrawal;

/** Where the files of all requests rest. They only grow. */
public interface PromotionRequests {
    /** Makes everybody else who takes a step on this request wait until this transaction ends. */
    void lock(UUID request);

    /** Makes everybody else who asks for the same wait until this transaction ends. */
    void lock(ModelVersionId version, Stage target, String site);

    /** Opens the file of a new request; its policy is kept already. */
    void add(PromotionFile opened);

    /** Adds the newest signature of the file. */
    void addSignature(PromotionFile signed);

    void addWithdrawal(UUID request, Withdrawal withdrawal);

    Optional<PromotionFile> find(UUID request);

    /** The files of the requests that match, the newest first. */
    List<PromotionFile> list(PromotionFilter filter);

    /** The files of the requests that nobody has decided or taken back, the newest first. */
    List<PromotionFile> undecided();

    /** Those that carry an approval, were not taken back and have not entered their stage, the oldest first. */
    List<UUID> approvedAndNotInEffect();
}
