package org.overread.monitoring.feedback;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.PersonId;
import org.overread.registry.catalog.Catalog;

/**
 * Gathers what clinicians are told of what they said. It is derived from what is on record each time they look, so
 * there is no message that could be lost.
 */
@ApplicationScoped
@Transactional
class Told {
    private static final Actor.Product PRODUCT = new Actor.Product("feedback");

    @Inject
    FeedbackLog log;

    @Inject
    ShownCards cards;

    @Inject
    Citations citations;

    @Inject
    Consequences consequences;

    @Inject
    Catalog catalog;

    /** The newest first, so many at most. */
    List<MyFeedback> to(PersonId person, int most) {
        var given = log.of(person, most);
        var ids = given.stream().map(GivenFeedback::id).toList();
        var known = cards.find(given.stream().map(GivenFeedback::card).collect(toSet()));
        var withdrawals = log.withdrawals(ids);
        var replies = log.replies(ids);
        var requests = requests(
                ids, known.values().stream().map(card -> card.version().model()).collect(toSet()));
        var names = new HashMap<String, String>();
        var told = new ArrayList<MyFeedback>();
        for (var each : given) {
            var card = known.get(each.card());
            var name = card == null
                    ? null
                    : names.computeIfAbsent(
                            card.version().model(),
                            id -> catalog.model(PRODUCT, id).name());
            told.add(MyFeedback.of(
                    each,
                    card,
                    name,
                    withdrawals.get(each.id()),
                    replies.getOrDefault(each.id(), List.of()),
                    requests.of(each.id())));
        }
        return told;
    }

    private Requests requests(List<UUID> feedback, Set<String> models) {
        var all = models.stream()
                .flatMap(model -> consequences.of(model).stream())
                .toList();
        return new Requests(
                all, citations.cited(all.stream().map(Consequence::citedIds).collect(toSet()), feedback));
    }

    private record Requests(List<Consequence> all, Map<Digest, Set<UUID>> cited) {
        List<Consequence> of(UUID feedback) {
            return all.stream()
                    .filter(request ->
                            cited.getOrDefault(request.citedIds(), Set.of()).contains(feedback))
                    .toList();
        }
    }
}
