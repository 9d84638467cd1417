package org.overread.reports.archive;

/** What a report tells. */
public enum ReportKind {
    PROMOTION_WORKBOOK("Promotion workbook"),
    AUDIT_WORKBOOK("Audit trail workbook");

    private final String title;

    ReportKind(String title) {
        this.title = title;
    }

    /** The kind as it is printed. */
    public String title() {
        return title;
    }
}
