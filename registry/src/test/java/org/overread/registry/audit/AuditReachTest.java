package org.overread.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.GivenRights;

class AuditReachTest {
    @Test
    void opensAllOfItToComplianceAndToAMachineThatMayExport() {
        assertThat(AuditReach.of(Actors.person("cora", Role.COMPLIANCE))).isEqualTo(AuditReach.EVERYTHING);
        assertThat(AuditReach.of(Actors.machine(ApiScope.EXPORT))).isEqualTo(AuditReach.EVERYTHING);
        assertThat(AuditReach.of(new Actor.Product("export"))).isEqualTo(AuditReach.EVERYTHING);
    }

    @Test
    void staysWithinTheModelsOfTheRole() {
        var cora = Actors.with(
                GivenRights.of(Set.of(
                        new Grant(Role.COMPLIANCE, new Scope("sepsis", null, null)),
                        new Grant(Role.COMPLIANCE, new Scope("stroke", null, null)),
                        new Grant(Role.CLINICIAN, Scope.EVERYWHERE))),
                "cora");

        assertThat(AuditReach.of(cora)).isEqualTo(new AuditReach(Set.of("sepsis", "stroke")));
    }

    @Test
    void opensNothingToARoleLimitedByWhatEntriesDoNotKnow() {
        for (var scope : List.of(new Scope(null, "oncology", null), new Scope(null, null, "north"))) {
            assertThatThrownBy(() -> AuditReach.of(Actors.within(scope, "cora", Role.COMPLIANCE)))
                    .isInstanceOf(GovernanceException.class)
                    .hasMessageContaining("limited to a department or a site");
        }
    }

    @Test
    void opensNothingToOthers() {
        assertThatThrownBy(() -> AuditReach.of(Actors.person("ada", Role.ADMINISTRATOR, Role.CHAIR)))
                .isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> AuditReach.of(Actors.machine(ApiScope.READ, ApiScope.ADMIN)))
                .isInstanceOf(GovernanceException.class);
    }
}
