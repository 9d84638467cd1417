package org.overread.web.promotion;

import org.overread.registry.gate.CriterionVerdict;
import org.overread.registry.gate.Reading;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;

/** The three verdicts as three words with three signs: "could not tell" never looks like either of the others. */
final class VerdictTag {
    private VerdictTag() {}

    static Tag of(CriterionVerdict verdict) {
        return switch (verdict) {
            case CriterionVerdict.Met _ -> met();
            case CriterionVerdict.NotMet _ -> notMet();
            case CriterionVerdict.Undetermined _ -> undetermined();
        };
    }

    static Tag of(Reading reading) {
        return switch (reading) {
            case Reading.Kept _ -> met();
            case Reading.Broken _ -> notMet();
            case Reading.Untold _ -> undetermined();
        };
    }

    private static Tag met() {
        return new Tag("Met", Tone.GOOD);
    }

    private static Tag notMet() {
        return new Tag("Not met", Tone.BAD);
    }

    private static Tag undetermined() {
        return new Tag("Undetermined", Tone.OPEN);
    }
}
