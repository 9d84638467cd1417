package org.overread.registry.identity;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.overread.registry.PairOfEyes;

/** Knows whose eyes an actor looks with: a token has those of whoever let it in, whether it still holds or not. */
@ApplicationScoped
@Transactional
public class Eyes {
    @Inject
    ApiTokens tokens;

    /** For the id of each machine there ever was the id of whoever let it in. */
    public Map<String, String> letInBy() {
        return tokens.all().stream().collect(toMap(client -> client.id().toString(), ApiClient::createdBy));
    }

    /** The eyes that the actor with that id looks with. */
    public PairOfEyes of(String actor) {
        return PairOfEyes.of(actor, letInBy());
    }
}
