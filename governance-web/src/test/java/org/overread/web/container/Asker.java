package org.overread.web.container;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ApiScope;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import org.overread.registry.Scope;

/**
 * Somebody who asks: a person who holds one role, or a machine whose token is good for one scope, within a limit.
 *
 * @param login the person's log-in; empty for a machine
 * @param header the name of the header that shows who it is
 * @param shown what stands in it
 */
record Asker(@Nullable Role role, @Nullable ApiScope token, Limit limit, String login, String header, String shown) {
    static final String MODEL = "limits-a";
    static final String OTHER_MODEL = "limits-b";
    static final String DEPARTMENT = "limits-emergency";
    static final String OTHER_DEPARTMENT = "limits-cardiology";
    static final String SITE = "north";
    static final String OTHER_SITE = "south";

    /** What a right is limited to, seen from the model, department and site of what is tried. */
    enum Limit {
        NONE(Scope.EVERYWHERE),
        OWN_SITE(new Scope(null, null, SITE)),
        OTHER_SITE(new Scope(null, null, Asker.OTHER_SITE)),
        OWN_DEPARTMENT(new Scope(null, DEPARTMENT, null)),
        OTHER_DEPARTMENT(new Scope(null, Asker.OTHER_DEPARTMENT, null)),
        OWN_MODEL(new Scope(MODEL, null, null)),
        OTHER_MODEL(new Scope(Asker.OTHER_MODEL, null, null));

        private final Scope scope;

        Limit(Scope scope) {
            this.scope = scope;
        }

        Scope scope() {
            return scope;
        }
    }

    boolean machine() {
        return token != null;
    }

    /** Whether the role or the token carries all of these permissions, wherever. */
    boolean carries(Permission... permissions) {
        return Arrays.stream(permissions)
                .allMatch(each -> token == null
                        ? each.roles().contains(role)
                        : each.scope().filter(token::equals).isPresent());
    }

    @Override
    public String toString() {
        return (token == null ? role : "token " + token) + " limited to " + limit;
    }
}
