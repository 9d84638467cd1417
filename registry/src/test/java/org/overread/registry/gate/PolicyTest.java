package org.overread.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.catalog.Stage.GENERAL;
import static org.overread.registry.catalog.Stage.LOCAL_VALIDATION;
import static org.overread.registry.catalog.Stage.PILOT;
import static org.overread.registry.catalog.Stage.REGISTERED;
import static org.overread.registry.catalog.Stage.RETIRED;
import static org.overread.registry.catalog.Stage.SILENT;
import static org.overread.registry.catalog.Stage.SUSPENDED;
import static org.overread.registry.gate.GateFixtures.ENOUGH_PREDICTIONS;
import static org.overread.registry.gate.GateFixtures.FAIR_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.MORNING;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.gate.GateFixtures.policyOf;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.registry.Digest;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.catalog.Stage;

class PolicyTest {
    private static Policy policy(Set<Stage> opens, Set<Stage> from, @Nullable String model) {
        return new Policy(
                new UUID(0, 7),
                "Pilot policy",
                2,
                opens,
                from,
                model,
                List.of(ENOUGH_PREDICTIONS, NOTHING_SEVERE_OPEN),
                List.of(),
                "Dr. Clara Chair",
                MORNING,
                StopRule.USUAL,
                EvidenceWindow.EVERYTHING,
                null);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "REGISTERED, LOCAL_VALIDATION, true",
        "LOCAL_VALIDATION, SILENT, true",
        "SILENT, PILOT, true",
        "PILOT, GENERAL, true",
        "REGISTERED, SILENT, false",
        "REGISTERED, GENERAL, false",
        "SILENT, GENERAL, false",
        "GENERAL, PILOT, false",
        "PILOT, PILOT, false"
    })
    @DisplayName("D1: a stage is entered from the one right before, unless the policy says otherwise")
    void leadsStepByStep(Stage now, Stage target, boolean leads) {
        var everyStage = policy(Set.of(LOCAL_VALIDATION, SILENT, PILOT, GENERAL), Set.of(), null);

        assertThat(everyStage.leads(now, target)).isEqualTo(leads);
    }

    @Test
    @DisplayName("D1: a committee may let a stage be entered from earlier ones")
    void leadsFromTheStagesItNames() {
        var fastTrack = policy(Set.of(PILOT), Set.of(REGISTERED, LOCAL_VALIDATION), null);

        assertThat(fastTrack.leads(REGISTERED, PILOT)).isTrue();
        assertThat(fastTrack.leads(LOCAL_VALIDATION, PILOT)).isTrue();
        assertThat(fastTrack.leads(SILENT, PILOT)).isFalse();
    }

    @Test
    void leadsOnlyToWhatItOpens() {
        assertThat(policy(Set.of(PILOT), Set.of(), null).leads(LOCAL_VALIDATION, SILENT))
                .isFalse();
    }

    @Test
    void neverLeadsBackwardsEvenWhenItNamesALaterStage() {
        var odd = policy(Set.of(SILENT, GENERAL), Set.of(PILOT), null);

        assertThat(odd.leads(PILOT, SILENT)).isFalse();
        assertThat(odd.leads(PILOT, GENERAL)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"SUSPENDED", "RETIRED"})
    void leadsNowhereFromOutsideTheWay(Stage outside) {
        var everyStage = policy(Set.of(LOCAL_VALIDATION, SILENT, PILOT, GENERAL), Set.of(), null);

        assertThat(Stage.values()).noneMatch(target -> everyStage.leads(outside, target));
    }

    @Test
    void speaksForEveryModelUnlessItNamesOne() {
        assertThat(policy(Set.of(PILOT), Set.of(), null).opens("sepsis", PILOT)).isTrue();
        assertThat(policy(Set.of(PILOT), Set.of(), "sepsis").opens("sepsis", PILOT))
                .isTrue();
        assertThat(policy(Set.of(PILOT), Set.of(), "sepsis").opens("pancreas", PILOT))
                .isFalse();
        assertThat(policy(Set.of(PILOT), Set.of(), null).opens("sepsis", GENERAL))
                .isFalse();
    }

    @Test
    void knowsTheAttributesItAsksAbout() {
        assertThat(policyOf(ENOUGH_PREDICTIONS, FAIR_SENSITIVITY).attributes()).containsExactly("sex");
    }

    @Test
    void isCitedByNameAndNumber() {
        assertThat(policy(Set.of(PILOT), Set.of(), null).title()).isEqualTo("Pilot policy, number 2");
    }

    @Test
    @DisplayName("D7: the same policy always gives the same text, and the text gives the policy back")
    void hasOneText() {
        var one = policy(Set.of(GENERAL, PILOT, SILENT), Set.of(REGISTERED, SILENT), "sepsis");
        var same = policy(Set.of(SILENT, GENERAL, PILOT), Set.of(SILENT, REGISTERED), "sepsis");

        assertThat(CanonicalJson.of(one)).isEqualTo(CanonicalJson.of(same)).isEqualTo("""
                {"criteria":[{"direction":"AT_LEAST","eachOf":null,"key":"predictions","limit":1000,"metric":"PREDICTIONS"},\
                {"direction":"AT_MOST","eachOf":null,"key":"unanswered-severe","limit":0,"metric":"UNANSWERED_SEVERE"}],\
                "enactment":null,"from":["REGISTERED","SILENT"],"id":"00000000-0000-0000-0000-000000000007","model":"sepsis",\
                "name":"Pilot policy","number":2,"opens":["SILENT","PILOT","GENERAL"],\
                "publishedAt":"2026-05-04T08:00:00Z","publishedBy":"Dr. Clara Chair","reviews":[],\
                "stops":{"by":["SEVERE_FINDING","SAFETY_CONCERN","SEVERE_ALERT","WATCHED_LESS"],"evidenceAnew":false,"evidenceDays":90},\
                "window":{"days":null,"span":"EVERYTHING"}}""");
        assertThat(CanonicalJson.read(CanonicalJson.of(one), Policy.class)).isEqualTo(one);
    }

    @Test
    @DisplayName("D15: a policy from before policies spoke of it is read as it was and stopped by what is grave")
    void readsTheTextsOfBefore() {
        var policy = CanonicalJson.read("""
                {"criteria":[{"direction":"AT_LEAST","eachOf":null,"key":"predictions","limit":1000.0,"metric":"PREDICTIONS"}],\
                "from":[],"id":"00000000-0000-0000-0000-000000000007","model":null,"name":"Pilot policy","number":2,\
                "opens":["PILOT"],"publishedAt":"2026-05-04T08:00:00Z","publishedBy":"Dr. Clara Chair","reviews":[]}""", Policy.class);

        assertThat(policy.stops()).isEqualTo(StopRule.UNSAID);
        assertThat(policy.stops().evidenceDays()).isNull();
        assertThat(policy.inForceFrom()).isEqualTo(MORNING);
        assertThat(policy.laxer()).isEmpty();
    }

    @Test
    @DisplayName("D8: evidence has one text too, whatever the order its reasons came in")
    void evidenceHasOneText() {
        var text = CanonicalJson.of(goodEvidence());

        assertThat(CanonicalJson.read(text, Evidence.class)).isEqualTo(goodEvidence());
        assertThat(CanonicalJson.of(CanonicalJson.read(text, Evidence.class))).isEqualTo(text);
        assertThat(text).contains("\"feedbackByReason\":{\"ALREADY_DONE\":31,\"CLINICALLY_WRONG\":14}");
        assertThat(Digest.of(text))
                .isNotEqualTo(Digest.of(
                        CanonicalJson.of(GateFixtures.evidence(Figure.counted(GateMetric.UNANSWERED_SEVERE, 1)))));
    }

    @Test
    void aSuspendedOrRetiredStageIsNotOpenedByAnything() {
        assertThat(policy(Set.of(SUSPENDED, RETIRED), Set.of(), null).leads(GENERAL, RETIRED))
                .isFalse();
    }
}
