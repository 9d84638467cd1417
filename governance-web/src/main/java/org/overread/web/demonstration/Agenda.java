package org.overread.web.demonstration;

import static org.overread.registry.catalog.Stage.GENERAL;
import static org.overread.registry.catalog.Stage.PILOT;
import static org.overread.registry.catalog.Stage.SILENT;
import static org.overread.web.demonstration.Patient.NORTH;
import static org.overread.web.demonstration.Patient.SOUTH;
import static org.overread.web.demonstration.SyntheticHospital.NOTES_1;
import static org.overread.web.demonstration.SyntheticHospital.NOTES_2;
import static org.overread.web.demonstration.SyntheticHospital.PANCREAS_1;
import static org.overread.web.demonstration.SyntheticHospital.PANCREAS_2;
import static org.overread.web.demonstration.SyntheticHospital.SEPSIS_1;
import static org.overread.web.demonstration.SyntheticHospital.SEPSIS_2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.review.Meaning;
import org.overread.web.demonstration.Motion.Act;
import org.overread.web.demonstration.Motion.Signing;
import org.overread.web.demonstration.Motion.TakingBack;

/**
 * What comes before the demonstration's committee: every version reaches its stages by decisions, and at the end there
 * is a request in each state that lasts. Days count from 0 at the beginning of a month.
 */
final class Agenda {
    private static final Duration IN_THE_MORNING = Duration.ofHours(9);

    private final Period period;

    Agenda(Period period) {
        this.period = period;
    }

    /** When the second number of the policies is published. */
    Instant demandsMore() {
        return on(12, 16);
    }

    /** When version 1 of the sepsis model is stopped in the south. */
    Instant stop() {
        return on(12, 9);
    }

    List<Motion> motions() {
        return List.of(
                silent(SEPSIS_1, NORTH, 3, 1),
                live(
                        SEPSIS_1,
                        PILOT,
                        NORTH,
                        6,
                        1,
                        "The silent run met its figures; the emergency team wants to see the score."),
                silent(NOTES_1, NORTH, 6, 2),
                silent(SEPSIS_1, SOUTH, 6, 3),
                silent(PANCREAS_1, NORTH, 6, 4),
                live(SEPSIS_1, PILOT, SOUTH, 9, 1, "The pilot in the north went well; the south asks for it."),
                live(PANCREAS_1, PILOT, NORTH, 9, 2, "A second look at suspicious scans, with a radiologist deciding."),
                live(NOTES_1, PILOT, NORTH, 9, 2, "A first group of physicians volunteers to read and correct drafts."),
                live(SEPSIS_1, GENERAL, NORTH, 9, 8, "Three months of pilot without an open finding."),
                haltedByTheStop(),
                rejectedForItsSlips(),
                takenBack(),
                silent(PANCREAS_2, NORTH, 12, 5),
                motion(
                        SEPSIS_1,
                        PILOT,
                        SOUTH,
                        on(13, 1),
                        "The emergency team in the south misses the score, for men above all."),
                silent(SEPSIS_2, NORTH, 15, 1),
                silent(NOTES_2, NORTH, 15, 1),
                live(
                        NOTES_2,
                        PILOT,
                        NORTH,
                        15,
                        5,
                        "The new prompt says what speaks against its own first guess; slips are rare in the silent"
                                + " run."),
                motion(PANCREAS_2, PILOT, NORTH, on(16, 2), "Thin slices show smaller lesions."),
                readyForTheChair(),
                waitingForTheClinicalReview(),
                motion(NOTES_2, SILENT, SOUTH, on(17, 20), "The south would like to try the drafts as well."));
    }

    /** Submitted before the stop, and overtaken by it. */
    private Motion haltedByTheStop() {
        var at = on(12, 1);
        return motion(
                SEPSIS_1,
                GENERAL,
                SOUTH,
                at,
                "As in the north.",
                review(Staff.THEO, "Figures overall are within the policy.", after(at, 2)));
    }

    private Motion rejectedForItsSlips() {
        var at = on(12, 2);
        return motion(
                NOTES_1,
                GENERAL,
                NORTH,
                at,
                "Physicians outside the pilot ask for it.",
                review(Staff.THEO, "Runs stably; answers within ten seconds.", after(at, 1)),
                new Signing(
                        Staff.IRIS,
                        Role.CLINICAL_REVIEWER,
                        Meaning.REJECTION,
                        "Too many drafts suggest a next step that does not follow from the findings. Another prompt"
                                + " first.",
                        after(at, 3)));
    }

    private Motion takenBack() {
        var at = on(12, 3);
        return motion(PANCREAS_1, GENERAL, NORTH, at, "Use it for every abdominal scan.", new TakingBack(after(at, 6)));
    }

    private Motion readyForTheChair() {
        var at = on(17, 10);
        return motion(
                NOTES_2,
                GENERAL,
                NORTH,
                at,
                "Two months of pilot; most drafts are accepted as they are.",
                review(Staff.IRIS, "The drafts I read were sound, and the doubts they voice are useful.", after(at, 2)),
                review(Staff.THEO, "No change but the prompt; latency as before.", after(at, 4)));
    }

    private Motion waitingForTheClinicalReview() {
        var at = on(17, 17);
        return motion(
                SEPSIS_2,
                PILOT,
                NORTH,
                at,
                "Retrained with women over seventy as frequent as they come; it no longer misses them.",
                review(
                        Staff.THEO,
                        "Sensitivity in both sexes is above the limit by its lower bound; no column goes missing.",
                        after(at, 2)));
    }

    private Motion silent(ModelVersionId version, String site, int month, int day) {
        var at = on(month, day);
        return motion(
                version,
                SILENT,
                site,
                at,
                "To be measured on live data before anybody sees it.",
                review(Staff.THEO, "Its feed is complete and its outputs arrive in time.", after(at, 1)),
                approval("Nobody sees it yet. Measure it.", after(at, 2)));
    }

    private Motion live(ModelVersionId version, Stage target, String site, int month, int day, String rationale) {
        var at = on(month, day);
        return motion(
                version,
                target,
                site,
                at,
                rationale,
                review(Staff.IRIS, "Useful where it is right, and easy to overrule where it is not.", after(at, 1)),
                review(Staff.THEO, "Figures are within the policy.", after(at, 2)),
                approval("Agreed in the committee.", after(at, 3)));
    }

    private static Motion motion(
            ModelVersionId version, Stage target, String site, Instant at, String rationale, Act... acts) {
        return new Motion(version, target, site, at, rationale, List.of(acts));
    }

    private static Act review(String login, String comment, Instant at) {
        var role = login.equals(Staff.IRIS) ? Role.CLINICAL_REVIEWER : Role.TECHNICAL_REVIEWER;
        return new Signing(login, role, Meaning.REVIEW, comment, at);
    }

    private static Act approval(String comment, Instant at) {
        return new Signing(Staff.NORA, Role.CHAIR, Meaning.APPROVAL, comment, at);
    }

    private Instant on(int month, int day) {
        return period.day(month, day).plus(IN_THE_MORNING);
    }

    /** The same hour some days later. */
    private static Instant after(Instant at, int days) {
        return at.plus(Duration.ofDays(days));
    }
}
