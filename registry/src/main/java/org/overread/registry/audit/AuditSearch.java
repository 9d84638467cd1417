package org.overread.registry.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;

/** Reads the audit trail and exports it. */
@ApplicationScoped
@Transactional
public class AuditSearch {
    @Inject
    AuditLog log;

    @Inject
    AuditTrail trail;

    /** The entries the actor may see, newest first. */
    public List<AuditEntry> search(Actor actor, AuditFilter filter, int offset, int limit) {
        return log.newest(filter, AuditReach.of(actor), offset, limit);
    }

    public long count(Actor actor, AuditFilter filter) {
        return log.count(filter, AuditReach.of(actor));
    }

    /** The verbs to choose from in a filter. */
    public List<String> actions(Actor actor) {
        AuditReach.of(actor);
        return log.actions();
    }

    /** Everyone to choose from in a filter, by name. */
    public List<AuditActor> actors(Actor actor) {
        return log.actors(AuditReach.of(actor));
    }

    /** The models to choose from in a filter. */
    public List<String> models(Actor actor) {
        return log.models(AuditReach.of(actor));
    }

    /**
     * Hands over each entry the actor may see, oldest first and one at a time, and records the export.
     *
     * @return how many there were
     */
    public long export(Actor actor, AuditFilter filter, Consumer<AuditEntry> to) {
        var count = new AtomicLong();
        try (var entries = log.oldest(filter, AuditReach.of(actor))) {
            entries.forEach(entry -> {
                to.accept(entry);
                count.incrementAndGet();
            });
        }
        trail.append(
                actor,
                new Deed(
                        "audit.exported",
                        "audit-trail",
                        "audit-trail",
                        filter.model(),
                        "exported " + count + " entries of the audit trail",
                        facts(filter, count.get())));
        return count.get();
    }

    private static Map<String, String> facts(AuditFilter filter, long rows) {
        var facts = new TreeMap<String, String>();
        facts.put("rows", String.valueOf(rows));
        put(facts, "model", filter.model());
        put(facts, "actor", filter.actor());
        put(facts, "action", filter.action());
        put(facts, "from", filter.from());
        put(facts, "to", filter.to());
        put(facts, "text", filter.text());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
