package org.overread.registry.audit;

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

    /**
     * What the actor may read.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_ALLOWED} when that is nothing
     */
    public static AuditReach of(Actor actor) {
        actor.mustBeAllowedSomewhere(Permission.READ_AUDIT);
        var usable = usable(actor);
        if (usable.contains(Scope.EVERYWHERE)) {
            return EVERYTHING;
        }
        if (usable.isEmpty()) {
            throw new GovernanceException(
                    ErrorCode.NOT_ALLOWED,
                    "The audit trail cannot be read with a role that is limited to a department or a site");
        }
        return new AuditReach(
                usable.stream().map(scope -> String.valueOf(scope.model())).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the actor may read anything of it. */
    public static boolean open(Actor actor) {
        return actor.maySomewhere(Permission.READ_AUDIT) && !usable(actor).isEmpty();
    }

    private static Set<Scope> usable(Actor actor) {
        return scopes(actor)
                .filter(scope -> scope.department() == null && scope.site() == null)
                .collect(Collectors.toSet());
    }

    private static Stream<Scope> scopes(Actor actor) {
        return switch (actor) {
            case Actor.Person person ->
                person.grants().stream()
                        .filter(grant -> Permission.READ_AUDIT.roles().contains(grant.role()))
                        .map(Grant::scope);
            case Actor.Machine machine -> Stream.of(machine.reach());
            case Actor.Product _ -> Stream.of(Scope.EVERYWHERE);
        };
    }
}
