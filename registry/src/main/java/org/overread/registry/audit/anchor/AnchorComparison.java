package org.overread.registry.audit.anchor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.DayWords;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Kind;

/**
 * Holds a trail against its anchors while the check walks over it. A chain that holds together can still be another one
 * than was anchored: cut off behind with its head set back, emptied, written anew, or of a database that was restored.
 * Which of them it was is told by whether the database still knows the anchor: who restores a database takes its memory
 * of anchors back too.
 */
public final class AnchorComparison {
    private final List<Found> anchors;
    private final Map<Long, String> hashes = new HashMap<>();
    private final UUID installation;

    /**
     * An anchor that was found.
     *
     * @param where in words, such as {@code folder anchors}
     * @param known whether the database remembers it
     */
    public record Found(Anchor anchor, String where, boolean known) {}

    public AnchorComparison(UUID installation, List<Found> anchors) {
        this.installation = installation;
        this.anchors = anchors.stream()
                .sorted(Comparator.comparingLong(found -> found.anchor().seq()))
                .toList();
        this.anchors.forEach(found -> hashes.put(found.anchor().seq(), ""));
    }

    /** Takes note of an entry on the way. */
    public AuditEntry seen(AuditEntry entry) {
        hashes.computeIfPresent(entry.seq(), (_, _) -> entry.hash());
        return entry;
    }

    /** What is wrong with a chain that is sound in itself, ends there, and was seen from behind that entry on. */
    public Optional<Broken> judged(AuditHead head, long from, long people) {
        return foreign().or(() -> misfit(head, from)).or(() -> emptied(head, people));
    }

    private Optional<Broken> emptied(AuditHead head, long people) {
        return head.seq() > 0 || people == 0
                ? Optional.empty()
                : Optional.of(new Broken(
                        1, "is missing, like all of the trail, though people are registered here", Kind.EMPTIED, 0));
    }

    private Optional<Broken> foreign() {
        return anchors.stream()
                .filter(found -> !found.anchor().installation().equals(installation))
                .findFirst()
                .map(found -> new Broken(
                        1,
                        "is not of this trail: %s was signed here for another database than this one"
                                .formatted(words(found)),
                        Kind.REPLACED,
                        0));
    }

    private Optional<Broken> misfit(AuditHead head, long from) {
        var unfit = new ArrayList<Found>();
        @Nullable Found fit = null;
        for (var found : anchors) {
            var seq = found.anchor().seq();
            if (seq > head.seq() || seq > from && !found.anchor().hash().equals(hashes.get(seq))) {
                unfit.add(found);
            } else {
                fit = unfit.isEmpty() ? found : fit;
            }
        }
        return unfit.isEmpty() ? Optional.empty() : Optional.of(told(head, unfit, fit));
    }

    private Broken told(AuditHead head, List<Found> unfit, @Nullable Found fit) {
        var first = unfit.getFirst();
        var forgotten = unfit.stream().anyMatch(found -> !found.known());
        long anchored = fit == null ? 0 : fit.anchor().seq();
        if (first.anchor().seq() > head.seq()) {
            return beyond(head, unfit.getLast(), forgotten, anchored);
        }
        var since = fit == null
                ? "no anchor fits, so the trail was written anew from its beginning"
                : forgotten
                        ? "what follows entry %d was written after the database had been restored from an older copy, or in place of what was there"
                                .formatted(anchored)
                        : "what follows entry %d was written anew".formatted(anchored);
        return new Broken(
                first.anchor().seq(),
                "is not the one in %s: %s".formatted(words(first), since),
                fit == null || !forgotten ? Kind.REWRITTEN : Kind.RESTORED,
                anchored);
    }

    private static Broken beyond(AuditHead head, Found last, boolean forgotten, long anchored) {
        if (head.seq() == 0) {
            return new Broken(
                    1,
                    "is missing, like all of the trail: " + words(last) + " is of entry "
                            + last.anchor().seq(),
                    Kind.EMPTIED,
                    0);
        }
        var why = forgotten
                ? "the database is older than %s, so it was restored from a copy or its tail was cut off"
                : "the tail was cut off after %s was made";
        return new Broken(
                head.seq() + 1,
                "is missing, like everything up to %d: %s"
                        .formatted(last.anchor().seq(), why.formatted(words(last))),
                forgotten ? Kind.RESTORED : Kind.CUT,
                anchored);
    }

    private static String words(Found found) {
        return "the anchor of %s in %s".formatted(DayWords.minute(found.anchor().at()), found.where());
    }
}
