package org.overread.registry.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where recorded deeds are read. What was committed before a question is in its answer. */
public interface AuditLog {
    /** The entries asked for, newest first. */
    List<AuditEntry> newest(AuditFilter filter, AuditReach reach, int offset, int limit);

    long count(AuditFilter filter, AuditReach reach);

    /** The entries asked for, oldest first, fetched as they are consumed. */
    Stream<AuditEntry> oldest(AuditFilter filter, AuditReach reach);

    /** The verbs that occur, in order. */
    List<String> actions();

    /** Everyone who did something, by name. */
    List<AuditActor> actors(AuditReach reach);

    /** The ids of the models that something was done to, in order. */
    List<String> models(AuditReach reach);

    /** Where the chain ends; empty when that record itself is gone. */
    Optional<AuditHead> head();

    /**
     * The chain behind {@code after} up to that head, oldest first, fetched as it is consumed; then, if there is one, the
     * first entry behind the present head, where none can be.
     */
    Stream<AuditEntry> chain(AuditHead after, AuditHead head);

    /** The hash of the entry with that number. */
    Optional<String> hash(long seq);

    /** The earliest record that neither has a place in the chain nor waits for one, where there can be none. */
    Optional<AuditRecord> unsealed();

    /** Whether a record is gone that still waits for its place in the chain. */
    boolean recordsGone();
}
