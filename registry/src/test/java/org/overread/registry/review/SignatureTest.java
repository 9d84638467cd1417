package org.overread.registry.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.review.ReviewFixtures.BERLIN;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.SEEN;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;
import static org.overread.registry.review.ReviewFixtures.approval;
import static org.overread.registry.review.ReviewFixtures.review;
import static org.overread.registry.review.ReviewFixtures.signed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.registry.Digest;
import org.overread.registry.PersonId;
import org.overread.registry.Role;

class SignatureTest {
    private static final Digest BEFORE = Digest.of("the signature before");
    private static final Digest OTHER = Digest.of("something else");
    private static final Signature REVIEW =
            Signature.of(review(CLINICAL, Role.CLINICAL_REVIEWER), new UUID(9, 1), NOON, SEEN, null, BEFORE);

    @Test
    @DisplayName("D8: shows the printed name, the time with its zone, the role and the meaning")
    void saysWhoWhenAndWhat() {
        assertThat(REVIEW)
                .isEqualTo(new Signature(
                        new UUID(9, 1),
                        CLINICAL.personId(),
                        "Dr. Carl Clinical",
                        Role.CLINICAL_REVIEWER,
                        Meaning.REVIEW,
                        "Figures checked.",
                        NOON,
                        "Europe/Berlin",
                        SEEN,
                        null,
                        BEFORE,
                        REVIEW.statement().digest()));
        assertThat(REVIEW.whose()).isEqualTo("Dr. Carl Clinical (Clinical reviewer)");
    }

    /** Signatures already given were taken over exactly this text: whoever changes it makes them all worthless. */
    @Test
    @DisplayName("D8: the signed text never changes its form")
    void signsThisText() {
        assertThat(REVIEW.statement())
                .hasToString("""
                Overread signature, form 1
                id: 00000000-0000-0009-0000-000000000001
                signer: 00000000-0000-0005-0000-000000000002
                printed name: Dr. Carl Clinical
                role: CLINICAL_REVIEWER
                meaning: REVIEW
                declaration: I have reviewed the evidence and the verdict of the gate, and I have no objection to what is asked for.
                comment: Figures checked.
                signed at: 2026-05-04T12:00:00.123456Z
                time zone: Europe/Berlin
                subject: %s
                evidence: %s
                policy: %s
                previous signature: %s
                """.formatted(SEEN.subject(), SEEN.evidence(), SEEN.policy(), BEFORE));
        assertThat(Meaning.APPROVAL.sentence())
                .isEqualTo("I approve what is asked for, on the evidence and under the policy shown to me.");
        assertThat(Meaning.REJECTION.sentence()).isEqualTo("I reject what is asked for. My comment says why.");
    }

    @Test
    @DisplayName("D15: what had changed since submission is part of what is signed, in a form of its own")
    void signsWhatHadChanged() {
        var informed = Signature.of(approval(CHAIR), new UUID(9, 1), NOON, SEEN, "A warning.\nAnother.", BEFORE);
        var nothing = Signature.of(approval(CHAIR), new UUID(9, 1), NOON, SEEN, "", BEFORE);

        assertThat(informed.statement().toString())
                .startsWith("Overread signature, form 2\n")
                .endsWith("\nchanged since submission: A warning.\\nAnother.\n");
        assertThat(nothing.statement().toString()).endsWith("\nchanged since submission: \n");
        assertThat(informed.genuine()).isTrue();
        assertThat(informed.digest()).isNotEqualTo(nothing.digest());
    }

    @Test
    void theFirstSignatureHasNoneBeforeIt() {
        var first = Signature.of(approval(CHAIR), new UUID(9, 1), NOON, SEEN, null, null);

        assertThat(first.previous()).isNull();
        assertThat(first.statement().toString()).endsWith("\nprevious signature\n");
        assertThat(first.genuine()).isTrue();
    }

    @Test
    void coversWhatWasSeen() {
        assertThat(REVIEW.covers(SEEN)).isTrue();
    }

    @Test
    @DisplayName("D8: altered evidence, policy or request is no longer covered")
    void coversNothingElse() {
        assertThat(List.of(
                        new Covered(OTHER, SEEN.evidence(), SEEN.policy()),
                        new Covered(SEEN.subject(), OTHER, SEEN.policy()),
                        new Covered(SEEN.subject(), SEEN.evidence(), OTHER),
                        new Covered(SEEN.subject(), SEEN.policy(), SEEN.evidence())))
                .noneMatch(REVIEW::covers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    @DisplayName("D8: a signature altered in any part covers nothing")
    void isVoidOnceAltered(String what, Signature forged) {
        assertThat(forged.genuine()).as(what).isFalse();
        assertThat(forged.covers(forged.covered())).isFalse();
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("signer", forged(CHAIR.personId(), REVIEW.role(), REVIEW.comment(), NOON, SEEN, BEFORE)),
                Arguments.of("role", forged(REVIEW.signer(), Role.CHAIR, REVIEW.comment(), NOON, SEEN, BEFORE)),
                Arguments.of("comment", forged(REVIEW.signer(), REVIEW.role(), "Fine.", NOON, SEEN, BEFORE)),
                Arguments.of(
                        "time",
                        forged(REVIEW.signer(), REVIEW.role(), REVIEW.comment(), NOON.plusNanos(1000), SEEN, BEFORE)),
                Arguments.of(
                        "content",
                        forged(
                                REVIEW.signer(),
                                REVIEW.role(),
                                REVIEW.comment(),
                                NOON,
                                new Covered(SEEN.subject(), OTHER, SEEN.policy()),
                                BEFORE)),
                Arguments.of("order", forged(REVIEW.signer(), REVIEW.role(), REVIEW.comment(), NOON, SEEN, OTHER)),
                Arguments.of("first", forged(REVIEW.signer(), REVIEW.role(), REVIEW.comment(), NOON, SEEN, null)),
                Arguments.of("name", renamed("Dr. Carla Clinical", Meaning.REVIEW, "Europe/Berlin")),
                Arguments.of("meaning", renamed("Dr. Carl Clinical", Meaning.APPROVAL, "Europe/Berlin")),
                Arguments.of("zone", renamed("Dr. Carl Clinical", Meaning.REVIEW, "UTC")));
    }

    private static Signature forged(
            PersonId signer, Role role, String comment, Instant at, Covered covered, @Nullable Digest previous) {
        return new Signature(
                REVIEW.id(),
                signer,
                REVIEW.printedName(),
                role,
                REVIEW.meaning(),
                comment,
                at,
                REVIEW.zone(),
                covered,
                null,
                previous,
                REVIEW.digest());
    }

    private static Signature renamed(String name, Meaning meaning, String zone) {
        return new Signature(
                REVIEW.id(),
                REVIEW.signer(),
                name,
                REVIEW.role(),
                meaning,
                REVIEW.comment(),
                NOON,
                zone,
                SEEN,
                null,
                BEFORE,
                REVIEW.digest());
    }

    @Test
    void aCommentCannotPretendToBeAnotherFact() {
        var plain = new Intent(CLINICAL, Role.CLINICAL_REVIEWER, Meaning.REVIEW, "ok", BERLIN);
        var sly = new Intent(
                CLINICAL, Role.CLINICAL_REVIEWER, Meaning.REVIEW, "ok\nsigned at: 1999-01-01T00:00:00Z", BERLIN);

        assertThat(Signature.of(sly, new UUID(9, 1), NOON, SEEN, null, null)
                        .statement()
                        .toString()
                        .lines())
                .hasSameSizeAs(Signature.of(plain, new UUID(9, 1), NOON, SEEN, null, null)
                        .statement()
                        .toString()
                        .lines()
                        .toList());
    }

    @Test
    void aChainHoldsTogether() {
        var chain = signed(
                review(CLINICAL, Role.CLINICAL_REVIEWER), review(TECHNICAL, Role.TECHNICAL_REVIEWER), approval(CHAIR));

        assertThat(chain.notCovering(SEEN)).isEmpty();
        assertThat(chain.last()).isEqualTo(chain.signatures().getLast().digest());
        assertThat(chain.has(TECHNICAL.personId())).isTrue();
        assertThat(chain.has(ReviewFixtures.OWNER.personId())).isFalse();
        assertThat(SignatureChain.EMPTY.last()).isNull();
    }

    @Test
    @DisplayName("D8: other content: every signature is named")
    void aChainNamesThoseThatNoLongerCover() {
        var chain = signed(review(CLINICAL, Role.CLINICAL_REVIEWER), review(TECHNICAL, Role.TECHNICAL_REVIEWER));

        assertThat(chain.notCovering(new Covered(SEEN.subject(), OTHER, SEEN.policy())))
                .isEqualTo(chain.signatures());
    }

    @Test
    @DisplayName("D8: a signature taken out of the chain leaves the next one without its footing")
    void aChainMissesWhatWasTakenOut() {
        var chain = signed(
                review(CLINICAL, Role.CLINICAL_REVIEWER), review(TECHNICAL, Role.TECHNICAL_REVIEWER), approval(CHAIR));
        var torn = new ArrayList<>(chain.signatures());
        torn.remove(1);

        assertThat(new SignatureChain(torn).notCovering(SEEN))
                .containsExactly(chain.signatures().getLast());
    }

    @Test
    void aChainNoticesAnotherOrder() {
        var chain = signed(review(CLINICAL, Role.CLINICAL_REVIEWER), review(TECHNICAL, Role.TECHNICAL_REVIEWER));

        assertThat(new SignatureChain(chain.signatures().reversed()).notCovering(SEEN))
                .hasSize(2);
    }
}
