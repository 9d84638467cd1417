package org.overread.monitoring.prediction.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;
import org.overread.monitoring.prediction.LongTransaction;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/**
 * A transaction begun by hand, because one declared by annotation ends after five minutes and a large body on a slow
 * line takes longer.
 */
@ApplicationScoped
class JtaLongTransaction implements LongTransaction {
    private static final int SECONDS = 4 * 60 * 60;

    @Inject
    UserTransaction transaction;

    @Override
    public <T> T run(Supplier<T> work) {
        begin();
        boolean done = false;
        try {
            var result = work.get();
            done = true;
            return result;
        } finally {
            end(done);
        }
    }

    private void begin() {
        try {
            transaction.setTransactionTimeout(SECONDS);
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw failure(e);
        }
    }

    private void end(boolean done) {
        try {
            if (done) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            if (done) {
                throw failure(e);
            }
        } finally {
            resetTimeout();
        }
    }

    /** The timeout belongs to the thread, which will serve others. */
    private void resetTimeout() {
        try {
            transaction.setTransactionTimeout(0);
        } catch (SystemException e) {
            throw failure(e);
        }
    }

    private static GovernanceException failure(Exception e) {
        var failure = new GovernanceException(
                ErrorCode.OUTSIDE, "The database could not keep the batch. Nothing was stored: send it again");
        failure.initCause(e);
        return failure;
    }
}
