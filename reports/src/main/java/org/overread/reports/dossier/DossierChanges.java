package org.overread.reports.dossier;

import static org.overread.reports.document.Column.text;

import java.util.List;
import java.util.Optional;
import org.overread.reports.document.Block;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Section;
import org.overread.reports.document.Table;

/** What has changed since a request was submitted, as a part of its dossier. */
final class DossierChanges {
    private DossierChanges() {}

    /** Empty when nothing has, or nothing can come of it any more. */
    static Optional<Section> of(ChangedSince since) {
        return since.changes().isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                        "Changed since",
                        new Block.Paragraph(
                                "What has come in since the request was submitted. It stands beside what was pinned and"
                                        + " signed."),
                        Table.of(
                                List.of(text("What has changed"), text("Stops the release"), text("What leads on")),
                                since.changes(),
                                line -> List.of(
                                        Cell.text(line.sentence()),
                                        Cell.text(line.stops() ? "Yes" : "No"),
                                        Cell.text(line.remedy())))));
    }
}
