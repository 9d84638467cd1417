package org.overread.monitoring.prediction.store;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/**
 * Lets the database work on one piece while the next is read and encoded. At most two pieces are held, so memory does
 * not depend on the size of the body, and the connection is used by one thread at a time.
 */
final class CopyPipe {
    private static final int ROWS = 20_000;
    private static final int BYTES = 8 << 20;

    /** What is done with a full piece. */
    interface Work {
        /** On the caller's thread, while no piece is under way. */
        void prepare(CopyRows rows) throws SQLException;

        /** Beside the caller's thread. */
        void send(CopyRows rows) throws SQLException;
    }

    private final Work work;
    private CopyRows filling = new CopyRows();
    private CopyRows spare = new CopyRows();
    private @Nullable FutureTask<Void> underWay;

    CopyPipe(Work work) {
        this.work = work;
    }

    /** Where the next row belongs. */
    CopyRows rows() {
        return filling;
    }

    /** Sends the piece if it is full. */
    void rowAdded() {
        if (filling.rows() >= ROWS || filling.length() >= BYTES) {
            send();
        }
    }

    /** Sends what is left and waits until the database has it. */
    void finish() {
        if (filling.rows() > 0) {
            send();
        }
        await();
    }

    /** Waits until the connection is free again, whatever came of the piece. */
    void release() {
        var task = underWay;
        underWay = null;
        if (task != null) {
            try {
                task.get();
            } catch (ExecutionException e) {
                return; // the failure is under way to the caller already, or nobody wants the rest any more
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void send() {
        await();
        try {
            work.prepare(filling);
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
        var full = filling;
        filling = spare;
        filling.clear();
        spare = full;
        underWay = new FutureTask<>(() -> {
            full.end();
            work.send(full);
            return null;
        });
        Thread.startVirtualThread(underWay);
    }

    private void await() {
        var task = underWay;
        underWay = null;
        if (task == null) {
            return;
        }
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException sql ? Sql.failure(sql) : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GovernanceException(ErrorCode.OUTSIDE, "The intake was stopped: send the body again");
        }
    }
}
