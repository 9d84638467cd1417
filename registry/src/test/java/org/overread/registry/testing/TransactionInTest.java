package org.overread.registry.testing;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept for the length of one transaction, which the test begins and ends. */
public final class TransactionInTest implements TransactionSynchronizationRegistry {
    private final Map<Object, @Nullable Object> kept = new HashMap<>();
    private boolean active;

    public void begin() {
        active = true;
    }

    public void end() {
        active = false;
        kept.clear();
    }

    @Override
    public int getTransactionStatus() {
        return active ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void putResource(Object key, @Nullable Object value) {
        mustBeActive();
        kept.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        mustBeActive();
        return kept.get(key);
    }

    @Override
    public @Nullable Object getTransactionKey() {
        return active ? this : null;
    }

    @Override
    public void registerInterposedSynchronization(Synchronization sync) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
        return false;
    }

    private void mustBeActive() {
        if (!active) {
            throw new IllegalStateException("there is no transaction");
        }
    }
}
