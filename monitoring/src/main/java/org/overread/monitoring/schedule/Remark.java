package org.overread.monitoring.schedule;

/**
 * One thing that is said of a version in its line of truth.
 *
 * @param concern whether somebody should look at it
 */
public record Remark(String sentence, boolean concern) {
    static Remark concern(String sentence) {
        return new Remark(sentence, true);
    }

    static Remark note(String sentence) {
        return new Remark(sentence, false);
    }
}
