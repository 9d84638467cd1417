package org.overread.reports.document;

/** A column of a table: its title and what its cells hold. A cell may always be missing instead. */
public record Column(String title, Kind kind) {
    /** What the cells of a column hold. */
    public enum Kind {
        TEXT,
        COUNT,
        RATIO,
        /** Counts and ratios alike. */
        NUMBER,
        TIME
    }

    public static Column text(String title) {
        return new Column(title, Kind.TEXT);
    }

    public static Column count(String title) {
        return new Column(title, Kind.COUNT);
    }

    public static Column ratio(String title) {
        return new Column(title, Kind.RATIO);
    }

    public static Column number(String title) {
        return new Column(title, Kind.NUMBER);
    }

    public static Column time(String title) {
        return new Column(title, Kind.TIME);
    }

    /** Whether the cell may stand in this column. */
    boolean takes(Cell cell) {
        return switch (cell) {
            case Cell.Text _ -> kind == Kind.TEXT;
            case Cell.Count _ -> kind == Kind.COUNT || kind == Kind.NUMBER;
            case Cell.Ratio _ -> kind == Kind.RATIO || kind == Kind.NUMBER;
            case Cell.Time _ -> kind == Kind.TIME;
            case Cell.Missing _ -> true;
        };
    }
}
