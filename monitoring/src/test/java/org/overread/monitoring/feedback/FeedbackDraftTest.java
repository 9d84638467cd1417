package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.feedback.FeedbackFixtures.NOON;
import static org.overread.monitoring.feedback.FeedbackFixtures.draft;
import static org.overread.monitoring.feedback.FeedbackFixtures.id;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.registry.FieldProblem;
import org.overread.registry.catalog.OutputKind;

class FeedbackDraftTest {
    @Test
    void anAcceptanceNeedsNoWords() {
        assertThat(draft(FeedbackKind.ACCEPTED, null, " ").problems()).isEmpty();
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(new FeedbackDraft(null, null, null, null, null, null, false, null).problems())
                .extracting(FieldProblem::field)
                .containsExactly("id", "card", "kind");
    }

    @Test
    @DisplayName("B2: an override needs a coded reason, and only an override takes one")
    void reasonBelongsToTheOverride() {
        assertThat(draft(FeedbackKind.OVERRIDDEN, null, null).problems())
                .containsExactly(new FieldProblem("reason", "is required: choose why you decided otherwise"));
        assertThat(draft(FeedbackKind.ACCEPTED, OverrideReason.OTHER, null).problems())
                .containsExactly(new FieldProblem("reason", "belongs to an override only"));
    }

    @ParameterizedTest
    @DisplayName("B2: a comment is required where the code says so")
    @EnumSource(OverrideReason.class)
    void commentIsRequiredWhereTheCodeSaysSo(OverrideReason reason) {
        var without = draft(FeedbackKind.OVERRIDDEN, reason, null).problems();
        var with = draft(FeedbackKind.OVERRIDDEN, reason, "Lactate drawn 20 min ago")
                .problems();

        assertThat(with).isEmpty();
        assertThat(without)
                .extracting(FieldProblem::field)
                .isEqualTo(
                        switch (reason) {
                            case DATA_WRONG_OR_STALE, CLINICALLY_WRONG, TEXT_ERROR, OTHER ->
                                java.util.List.of("comment");
                            case NOT_APPLICABLE,
                                    ALREADY_DONE,
                                    CONTEXT_NOT_SEEN,
                                    RISK_EXCEEDS_BENEFIT,
                                    GUIDELINE_CONFLICT,
                                    PATIENT_PREFERENCE,
                                    NOT_FEASIBLE,
                                    TIMING_OR_RECIPIENT -> java.util.List.of();
                        });
    }

    @Test
    void aSafetyConcernNeedsWords() {
        assertThat(draft(FeedbackKind.SAFETY_CONCERN, null, null).problems())
                .extracting(FieldProblem::field)
                .containsExactly("comment");
    }

    @Test
    @DisplayName("G3: a comment with a record number is refused, confirmed or not, and not repeated")
    void blocksIdentifiers() {
        var confirmed = new FeedbackDraft(
                id("f"), id("c"), FeedbackKind.ACCEPTED, null, "moved MRN 00482913", "see MRN 00482913", true, NOON);

        assertThat(confirmed.problems())
                .containsExactly(
                        new FieldProblem(
                                "actionInstead", "seems to hold a medical record number at character 7: take it out"),
                        new FieldProblem(
                                "comment", "seems to hold a medical record number at character 5: take it out"));
    }

    @Test
    @DisplayName("G3: what may be an identifier is saved once the writer confirms that it is none")
    void warnsOfWhatMayBeOne() {
        var text = "Dr. Lindström agrees";
        var confirmed = new FeedbackDraft(id("f"), id("c"), FeedbackKind.ACCEPTED, null, null, text, true, NOON);

        assertThat(draft(FeedbackKind.ACCEPTED, null, text).problems())
                .containsExactly(new FieldProblem(
                        "comment",
                        "seems to hold a name at character 1: take it out or confirm that it identifies no patient"));
        assertThat(confirmed.problems()).isEmpty();
    }

    @Test
    void refusesATextThatIsTooLongOrCannotBeKept() {
        assertThat(draft(FeedbackKind.ACCEPTED, null, "x".repeat(4_001)).problems())
                .containsExactly(new FieldProblem("comment", "must be at most 4000 characters long"));
        assertThat(draft(FeedbackKind.ACCEPTED, null, "a\0b").problems())
                .containsExactly(new FieldProblem("comment", "holds a character that cannot be kept (NUL)"));
    }

    @ParameterizedTest
    @EnumSource(OutputKind.class)
    void offersAtMostEightReasonsEndingWithOther(OutputKind kind) {
        assertThat(OverrideReason.offeredFor(kind))
                .hasSizeLessThanOrEqualTo(8)
                .doesNotHaveDuplicates()
                .endsWith(OverrideReason.OTHER);
    }

    @Test
    @DisplayName("B2: reasons map to HL7's codes where there are any")
    void mapsToHl7() {
        assertThat(OverrideReason.CLINICALLY_WRONG.hl7Codes()).containsExactly("recipient-does-not-trust");
        assertThat(OverrideReason.DATA_WRONG_OR_STALE.hl7Codes()).isEmpty();
        assertThat(OverrideReason.values())
                .hasSize(12)
                .filteredOn(OverrideReason::severe)
                .containsExactly(OverrideReason.CLINICALLY_WRONG);
        assertThat(OverrideReason.values())
                .filteredOn(OverrideReason::suggestsSafetyEvent)
                .containsExactly(
                        OverrideReason.DATA_WRONG_OR_STALE, OverrideReason.CLINICALLY_WRONG, OverrideReason.TEXT_ERROR);
    }
}
