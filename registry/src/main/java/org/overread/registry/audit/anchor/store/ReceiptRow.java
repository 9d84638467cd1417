package org.overread.registry.audit.anchor.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.registry.audit.anchor.Receipt;

/** A receipt at rest. */
@Entity
@Table(schema = "registry", name = "audit_receipt")
class ReceiptRow {
    @Id
    UUID id = new UUID(0, 0);

    UUID anchor = new UUID(0, 0);
    String place = "";
    Instant at = Instant.EPOCH;
    boolean kept;
    String words = "";

    static ReceiptRow of(Receipt receipt) {
        var row = new ReceiptRow();
        row.id = receipt.id();
        row.anchor = receipt.anchor();
        row.place = receipt.place();
        row.at = receipt.at();
        row.kept = receipt.kept();
        row.words = receipt.words();
        return row;
    }

    Receipt receipt() {
        return new Receipt(id, anchor, place, at, kept, words);
    }
}
