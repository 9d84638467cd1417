package org.overread.registry.identity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/**
 * Which passwords are good enough: long ones. No rules on digits or signs, and no expiry by date, as NIST SP 800-63B
 * advises: they make people choose worse.
 */
public final class PasswordRule {
    private static final int SHORTEST = 12;
    /** As far as bcrypt reads. What lies behind would be ignored in silence. */
    private static final int MOST_BYTES = 72;

    private PasswordRule() {}

    /** What is wrong with the password of that login; empty when nothing is. */
    public static List<FieldProblem> problems(String field, String password, String login) {
        var text = normalized(password);
        return new FieldProblems()
                .when(
                        text.codePointCount(0, text.length()) < SHORTEST,
                        field,
                        "must be at least " + SHORTEST + " characters long")
                .when(tooLong(text), field, "must be at most " + MOST_BYTES + " bytes long")
                .when(text.equalsIgnoreCase(login), field, "must not be the login")
                .when(text.codePoints().distinct().count() < 4, field, "must hold at least 4 different characters")
                .list();
    }

    /** The form that is hashed: the same characters, however a keyboard composes them. */
    public static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** Whether it is longer than any password can be. */
    public static boolean tooLong(String password) {
        return normalized(password).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }
}
