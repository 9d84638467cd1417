package org.overread.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.DayWords;
import org.overread.registry.Digest;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.Rights;
import org.overread.registry.Scope;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.identity.TokenAnswer.Good;
import org.overread.registry.identity.TokenAnswer.Refused;

/** The machines that may call, each with a token of its own. */
@ApplicationScoped
@Transactional
public class ApiClients {
    /** So that a token that leaked into a file can be found and known for what it is. */
    private static final String PREFIX = "ovr_";

    /** The longest a token can be good for. */
    public static final int LONGEST_DAYS = 365;

    private static final int TOKEN_BYTES = 32;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final TokenAnswer UNKNOWN = new Refused("sign in, or send a valid token");

    @Inject
    ApiTokens tokens;

    @Inject
    Rights rights;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    private final Map<UUID, Instant> lastNoted = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** Lets a machine in for as long as there may be, and gives out its token. */
    public IssuedToken create(Actor actor, String name, Set<ApiScope> scopes, Scope reach) {
        return create(actor, name, scopes, reach, LONGEST_DAYS);
    }

    /**
     * Lets a machine in and gives out its token.
     *
     * @param days after how many days the token ends, 365 at most
     */
    public IssuedToken create(Actor actor, String name, Set<ApiScope> scopes, Scope reach, int days) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_PEOPLE);
        GovernanceException.refuse(
                "This API client cannot be added yet.",
                new FieldProblems()
                        .text("name", name, 200)
                        .identifiers("name", name, true)
                        .when(scopes.isEmpty(), "scopes", "must name at least one")
                        .when(
                                days < 1 || days > LONGEST_DAYS,
                                "days",
                                "must be from 1 to " + LONGEST_DAYS + ": every token ends")
                        .list());
        var now = now();
        var client = new ApiClient(
                UUID.randomUUID(),
                name.strip(),
                scopes,
                reach,
                actor.id(),
                now,
                now.plus(Duration.ofDays(days)),
                null,
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
        tokens.revoke(id, now());
        record(actor, "api-client.revoked", client, "shut out the API client " + client.name());
        return found(id);
    }

    /** Whose token it is, and that it was used. */
    public TokenAnswer authenticate(String token) {
        var client = token.startsWith(PREFIX) ? tokens.byToken(Digest.of(token)) : Optional.<ApiClient>empty();
        return client.map(this::answer).orElse(UNKNOWN);
    }

    private TokenAnswer answer(ApiClient client) {
        var now = now();
        var revoked = client.revokedAt();
        if (revoked != null) {
            return new Refused("this token was revoked on %s: ask an administrator for a new one"
                    .formatted(DayWords.minute(revoked)));
        }
        if (!client.good(now)) {
            return new Refused("this token ended on %s: ask an administrator for a new one"
                    .formatted(DayWords.minute(client.expiresAt())));
        }
        noteUse(client, now);
        return new Good(client.actor(rights));
    }

    /** At most once a minute for each client, so that no call waits for another's note. */
    private void noteUse(ApiClient client, Instant now) {
        var noted = lastNoted.get(client.id());
        if (noted == null || !now.isBefore(noted.plus(NOTED_EVERY))) {
            lastNoted.put(client.id(), now);
            tokens.used(client.id(), now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
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
                        Map.of("scopes", scopes, "ends", client.expiresAt().toString())));
    }
}
