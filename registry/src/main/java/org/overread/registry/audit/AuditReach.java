package org.overread.registry.audit;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.Permission;
import org.overread.registry.Scope;

/**
 * How much of the audit trail somebody may read: all of it, or what concerns some models. An entry knows its model but
 * neither department nor site, so a right that is limited to one of those opens nothing.
 *
 * @param models the models; null when all of the trail may be read
 */
public record AuditReach(@Nullable Set<String> models) {
    public static final AuditReach EVERYTHING = new AuditReach(null);

    /** Whether what concerns that model, or no model when it is null, may be read. */
    public boolean shows(@Nullable String model) {
        return models == null || model == null || models.contains(model);
    }

    /** What somebody with these grants may read; nothing that concerns a model when none of them opens the trail. */
    public static AuditReach ofGrants(Collection<Grant> grants) {
        return of(usable(grants.stream()));
    }

    /**
     * What the actor may read.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_ALLOWED} when that is nothing
     */
    public static AuditReach of(Actor actor) {
        actor.mustBeAllowedSomewhere(Permission.READ_AUDIT);
        var usable = scopes(actor);
        if (usable.isEmpty()) {
            throw new GovernanceException(
                    ErrorCode.NOT_ALLOWED,
                    "The audit trail cannot be read with a role that is limited to a department or a site");
        }
        return of(usable);
    }

    /** Whether the actor may read anything of it. */
    public static boolean open(Actor actor) {
        return actor.maySomewhere(Permission.READ_AUDIT) && !scopes(actor).isEmpty();
    }

    private static AuditReach of(Set<Scope> usable) {
        return usable.contains(Scope.EVERYWHERE)
                ? EVERYTHING
                : new AuditReach(usable.stream()
                        .map(scope -> String.valueOf(scope.model()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<Scope> scopes(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> usable(person.grants().stream());
            case Actor.Machine machine -> wide(Stream.of(machine.reach()));
            case Actor.Product _ -> Set.of(Scope.EVERYWHERE);
        };
    }

    private static Set<Scope> usable(Stream<Grant> grants) {
        return wide(grants.filter(grant -> Permission.READ_AUDIT.roles().contains(grant.role()))
                .map(Grant::scope));
    }

    private static Set<Scope> wide(Stream<Scope> scopes) {
        return scopes.filter(scope -> scope.department() == null && scope.site() == null)
                .collect(Collectors.toSet());
    }
}
