package org.overread.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.catalog.OutputKind;
import org.overread.web.foryou.Waiting;
import org.overread.web.testing.People;
import org.overread.web.testing.Ward;

class ReviewWorkTest {
    @Test
    void saysOfEachOutputWhatItIsAndWhere() {
        var work = new ReviewWork();
        work.cards = new Ward()
                .show("a", 0.31)
                .show("t", OutputKind.GENERATED_TEXT, null, null)
                .cards();

        assertThat(work.of(People.with(Role.CLINICIAN)))
                .containsExactly(
                        new Waiting("Sepsis risk: 0.310, north", "review/" + Ward.id("a"), Ward.NOON),
                        new Waiting("Sepsis risk: generated text, north", "review/" + Ward.id("t"), Ward.NOON));
    }
}
