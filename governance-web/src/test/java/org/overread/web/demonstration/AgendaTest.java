package org.overread.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.CriterionVerdict;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.phi.PhiScan;
import org.overread.web.demonstration.Motion.Signing;

class AgendaTest {
    private static final Instant TODAY = Instant.parse("2026-11-24T09:30:00Z");

    private final SyntheticHospital hospital = new SyntheticHospital(TODAY, 1);
    private final List<Motion> motions = new Agenda(hospital.period()).motions();

    @Test
    @DisplayName("D7: every policy of the demonstration can be published")
    void policiesStand() {
        assertThat(Stream.concat(HousePolicies.first().stream(), HousePolicies.second().stream()))
                .hasSize(8)
                .flatExtracting(PolicyDraft::problems)
                .isEmpty();
    }

    @Test
    @DisplayName("D7: what the gate demands of the same model differs between the beginning and the end")
    void secondPoliciesDemandMore() {
        var foresight = new Foresight(hospital);
        var earlier = foresight.policy(motion("sepsis-risk/1 to PILOT at south", 0));
        var later = foresight.policy(motion("sepsis-risk/1 to PILOT at south", 1));

        assertThat(later.title()).isEqualTo("Clinical use, number 2");
        assertThat(later.changesSince(earlier)).hasSize(5);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2026-11-24T09:30:00Z", "2027-03-01T00:10:00Z", "2028-02-29T23:50:00Z"})
    @DisplayName("D2: on whatever day it is started, the gate opens for all but what the story holds back")
    void theGateHoldsBackTwo(String today) {
        var then = new SyntheticHospital(Instant.parse(today), 1);
        var foresight = new Foresight(then);

        var shut = new Agenda(then.period())
                .motions().stream()
                        .filter(motion -> !foresight.verdict(motion).open())
                        .map(motion -> motion + ": "
                                + foresight.verdict(motion).obstacles().stream()
                                        .map(obstacle -> obstacle.criterion().key() + " " + obstacle.reason())
                                        .collect(Collectors.joining("; ")))
                        .toList();

        assertThat(shut)
                .hasSize(2)
                .anySatisfy(motion -> assertThat(motion).startsWith("sepsis-risk/1 to PILOT at south"))
                .anySatisfy(motion -> assertThat(motion).startsWith("pancreas-imaging/2 to PILOT at north"));
    }

    @Test
    @DisplayName("C3: sepsis version 1 is held back because it misses women")
    void womenAreMissed() {
        var obstacles = new Foresight(hospital)
                .verdict(motion("sepsis-risk/1 to PILOT at south", 1))
                .obstacles();

        assertThat(obstacles)
                .anySatisfy(obstacle -> assertThat(obstacle)
                        .isInstanceOfSatisfying(
                                CriterionVerdict.NotMet.class,
                                notMet -> assertThat(notMet.reason()).contains("Female")));
    }

    @Test
    @DisplayName("D14: pancreas version 2 is held back because too few cancers are known to tell")
    void tooFewCancersToTell() {
        var obstacles = new Foresight(hospital)
                .verdict(motion("pancreas-imaging/2 to PILOT at north", 0))
                .obstacles();

        assertThat(obstacles).isNotEmpty().allMatch(CriterionVerdict.Undetermined.class::isInstance);
    }

    @Test
    @DisplayName("D5: nobody signs twice or before it was submitted, or after the end of the period")
    void signaturesComeInTime() {
        assertThat(motions).allSatisfy(motion -> {
            assertThat(motion.acts())
                    .allSatisfy(act -> assertThat(act.at())
                            .isAfter(motion.at())
                            .isBefore(hospital.period().end()));
            assertThat(motion.acts().stream().filter(Signing.class::isInstance).map(act -> ((Signing) act).login()))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    @DisplayName("A3: an output is shown to clinicians only after a decision on its stage")
    void shownOnlyAfterADecision() {
        assertThat(new Bedside(hospital).shown())
                .allSatisfy(card -> assertThat(motions)
                        .anyMatch(motion -> motion.version().equals(card.version())
                                && motion.site().equals(card.prediction().site())
                                && (motion.target() == Stage.PILOT
                                        || card.version().equals(SyntheticHospital.SEPSIS_2))
                                && !motion.acts().isEmpty()
                                && motion.acts().getLast().at().isBefore(card.at())));
    }

    @Test
    @DisplayName("G3: what the committee writes identifies nobody")
    void whatTheyWriteIdentifiesNobody() {
        assertThat(motions.stream()
                        .flatMap(motion -> Stream.concat(
                                Stream.of(motion.rationale()),
                                motion.acts().stream()
                                        .filter(Signing.class::isInstance)
                                        .map(act -> ((Signing) act).comment()))))
                .allSatisfy(text -> assertThat(PhiScan.findings(text)).isEmpty());
    }

    private Motion motion(String asked, int which) {
        return motions.stream()
                .filter(motion -> motion.toString().equals(asked))
                .toList()
                .get(which);
    }
}
