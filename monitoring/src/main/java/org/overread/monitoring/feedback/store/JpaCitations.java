package org.overread.monitoring.feedback.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.overread.monitoring.feedback.Citations;
import org.overread.monitoring.feedback.CountedFeedback;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;

/** Keeps citations in the database, each as the digests of its days. */
@ApplicationScoped
class JpaCitations implements Citations {
    private static final String CITE = """
            INSERT INTO monitoring.citation (digest, model, version, cited_at, days)
            VALUES (:digest, :model, :version, CAST(:at AS timestamptz), string_to_array(:days, ','))
            ON CONFLICT DO NOTHING""";

    /**
     * By the day and the site of each card only the one list is looked at in which it can stand. For the full join see
     * {@link FindingSql#SINCE}.
     */
    private static final String CITED = """
            WITH asked AS MATERIALIZED (
                SELECT f.id, CAST(c.shown_at AT TIME ZONE 'UTC' AS date) AS day, coalesce(c.site, '') AS site
                FROM unnest(CAST(string_to_array(:feedback, ',') AS uuid[])) a
                JOIN monitoring.feedback f ON f.id = a JOIN monitoring.card c ON c.id = f.card),
            cited AS MATERIALIZED (
                SELECT digest, feedback, days FROM monitoring.citation
                WHERE digest = ANY (string_to_array(:digests, ','))),
            parts AS MATERIALIZED (
                SELECT c.digest, p AS part FROM cited c CROSS JOIN unnest(c.days) p)
            SELECT k.digest, CAST(a.id AS text) FROM (
                SELECT p.digest, k.day, k.site, k.feedback FROM parts p JOIN monitoring.cited_day k ON k.digest = p.part) k
                FULL JOIN asked a ON a.day = k.day AND a.site = k.site WHERE coalesce(a.id = ANY (k.feedback), false)
            UNION ALL
            SELECT c.digest, CAST(f AS text) FROM cited c CROSS JOIN unnest(c.feedback) f
            WHERE f IN (SELECT id FROM asked)""";

    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void cite(ModelVersionId version, CountedFeedback counted, Instant at) {
        entities.createNativeQuery(CITE)
                .setParameter("digest", counted.digest().hex())
                .setParameter("model", version.model())
                .setParameter("version", version.version())
                .setParameter("at", at.toString())
                .setParameter(
                        "days", counted.digests().stream().map(Digest::hex).collect(joining(",")))
                .executeUpdate();
    }

    @Override
    public Map<Digest, Set<UUID>> cited(Collection<Digest> digests, Collection<UUID> feedback) {
        if (digests.isEmpty() || feedback.isEmpty()) {
            return Map.of();
        }
        var query = entities.createNativeQuery(CITED)
                .setParameter("digests", digests.stream().map(Digest::hex).collect(joining(",")))
                .setParameter("feedback", feedback.stream().map(UUID::toString).collect(joining(",")));
        return DayRows.rows(query).stream()
                .collect(groupingBy(
                        row -> new Digest(String.valueOf(row[0])),
                        mapping(row -> UUID.fromString(String.valueOf(row[1])), toSet())));
    }
}
