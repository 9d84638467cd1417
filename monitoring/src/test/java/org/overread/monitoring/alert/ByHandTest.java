package org.overread.monitoring.alert;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.PairOfEyes;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;

class ByHandTest {
    private static final Actor.Person MIRA = Actors.person("mira", Role.MODEL_OWNER);
    private static final AlertFile FALLEN = AlertFixtures.raised("auroc", Severity.ALERT);

    @Test
    @DisplayName("D5: nobody takes an alert out of the way of what they ask for, nor does a machine they let in")
    void notTheRequester() {
        var token = Actors.machine();
        var asking = List.of(PairOfEyes.of(token.id(), Map.of(token.id(), MIRA.id())));

        for (var actor : List.of(MIRA, token)) {
            assertThatThrownBy(() -> ByHand.mayResolve(FALLEN, actor, asking))
                    .hasMessageContaining("so another person says that this is over");
        }
        assertThatNoException()
                .isThrownBy(() -> ByHand.mayResolve(FALLEN, Actors.person("tom", Role.TECHNICAL_REVIEWER), asking));
        assertThatNoException().isThrownBy(() -> ByHand.mayResolve(FALLEN, MIRA, List.of()));
    }
}
