package org.overread.reports.parquet;

/** A column of a Parquet file; every value of it may be missing. */
public record ParquetColumn(String name, Kind kind) {
    private static final int INT64 = 2;
    private static final int DOUBLE = 5;
    private static final int BYTE_ARRAY = 6;

    /** What the values are. */
    public enum Kind {
        /** {@code String}, as UTF-8. */
        TEXT(BYTE_ARRAY),
        /** {@code Double}. */
        NUMBER(DOUBLE),
        /** {@code Long}. */
        WHOLE(INT64),
        /** {@code Instant} in whole microseconds, written as the wall clock in UTC: a time without a zone. */
        TIME(INT64);

        private final int physical;

        Kind(int physical) {
            this.physical = physical;
        }

        /** The number of the format's own type. */
        int physical() {
            return physical;
        }
    }

    /** How the file's schema declares it. */
    ThriftStruct declared() {
        var element = new ThriftStruct()
                .whole(1, kind.physical())
                .whole(3, 1) // optional
                .text(4, name);
        return switch (kind) {
            case TEXT ->
                element.whole(6, 0) // UTF8, for readers that do not know the line below
                        .struct(10, new ThriftStruct().struct(1, new ThriftStruct()));
            case TIME ->
                element.struct(
                        10,
                        new ThriftStruct()
                                .struct(
                                        8,
                                        new ThriftStruct()
                                                .flag(1, false) // not tied to a zone
                                                .struct(2, new ThriftStruct().struct(2, new ThriftStruct()))));
            case NUMBER, WHOLE -> element;
        };
    }
}
