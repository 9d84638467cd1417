package org.overread.web.people;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.overread.registry.Grant;
import org.overread.registry.Scope;
import org.overread.web.shell.ScopeFields;

/** Roles with their reach, in words. */
final class RoleWords {
    private RoleWords() {}

    static String of(Grant grant) {
        return grant.scope().equals(Scope.EVERYWHERE)
                ? grant.role().title()
                : grant.role().title() + ": only " + ScopeFields.words(grant.scope());
    }

    static String of(Set<Grant> grants) {
        return String.join(" · ", lines(grants));
    }

    static List<String> lines(Set<Grant> grants) {
        return sorted(grants).stream().map(RoleWords::of).toList();
    }

    static List<Grant> sorted(Set<Grant> grants) {
        return grants.stream()
                .sorted(Comparator.comparing(Grant::role).thenComparing(RoleWords::of))
                .toList();
    }
}
