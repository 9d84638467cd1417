package org.overread.registry.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** A transaction for one step of something that waits for others outside in between, and must hold none meanwhile. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ShortTransaction {
    /** Does the step: all of it is kept, or nothing. */
    public <T> T run(Supplier<T> step) {
        return step.get();
    }

    /** Does the step: all of it is kept, or nothing. */
    public void run(Runnable step) {
        step.run();
    }
}
