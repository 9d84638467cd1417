package org.overread.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.Rights;
import org.overread.registry.Scope;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/** The machines that may call, each with a token of its own. */
@ApplicationScoped
@Transactional
public class ApiClients {
    /** So that a token that leaked into a file can be found and known for what it is. */
    private static final String PREFIX = "ovr_";

    private static final int TOKEN_BYTES = 32;

    @Inject
    ApiTokens tokens;

    @Inject
    Rights rights;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    private final SecureRandom random = new SecureRandom();

    /** Lets a machine in and gives out its token. */
    public IssuedToken create(Actor actor, String name, Set<ApiScope> scopes, Scope reach) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_PEOPLE);
        GovernanceException.refuse(
                "This API client cannot be added yet.",
                new FieldProblems()
                        .text("name", name, 200)
                        .when(scopes.isEmpty(), "scopes", "must name at least one")
                        .list());
        var client = new ApiClient(
                UUID.randomUUID(),
                name.strip(),
                scopes,
                reach,
                actor.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        var token = newToken();
        tokens.add(client, Digest.of(token));
        record(actor, "api-client.created", client, "let in the API client " + client.name());
        return new IssuedToken(client, token);
    }

    /** All of them, the revoked too, by name. */
    public List<ApiClient> all(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_PEOPLE);
        return tokens.all();
    }

    /** Makes its token good for nothing from the next call on. Once more does no harm. */
    public ApiClient revoke(Actor actor, UUID id) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_PEOPLE);
        var client = found(id);
        if (client.revokedAt() != null) {
            return client;
        }
        tokens.revoke(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        record(actor, "api-client.revoked", client, "shut out the API client " + client.name());
        return found(id);
    }

    /** Whose token it is; empty when it is nobody's or was revoked. */
    public Optional<Actor.Machine> authenticate(String token) {
        return token.startsWith(PREFIX)
                ? tokens.byToken(Digest.of(token))
                        .filter(client -> client.revokedAt() == null)
                        .map(client -> client.actor(rights))
                : Optional.empty();
    }

    private ApiClient found(UUID id) {
        return tokens.find(id)
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such API client"));
    }

    private String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void record(Actor actor, String action, ApiClient client, String sentence) {
        var scopes = client.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        trail.append(
                actor,
                new Deed(
                        action,
                        "api-client",
                        client.id().toString(),
                        client.reach().model(),
                        sentence,
                        Map.of("scopes", scopes)));
    }
}
