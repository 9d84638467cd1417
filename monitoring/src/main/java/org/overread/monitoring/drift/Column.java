package org.overread.monitoring.drift;

/**
 * What is watched for drift: a feature, the model's score, or what turned out to be true.
 *
 * @param name the feature's own name; "score" and "outcome" for the others, which a feature may be called too
 */
public record Column(Kind kind, String name) implements Comparable<Column> {
    public static final Column SCORE = new Column(Kind.SCORE, "score");
    public static final Column OUTCOME = new Column(Kind.OUTCOME, "outcome");

    public enum Kind {
        FEATURE,
        SCORE,
        OUTCOME
    }

    public static Column feature(String name) {
        return new Column(Kind.FEATURE, name);
    }

    /** Features by name, then the score, then the outcome. */
    @Override
    public int compareTo(Column other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }
}
