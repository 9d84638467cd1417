package org.overread.registry.audit.anchor.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.audit.anchor.SignedAnchor;
import org.overread.registry.audit.anchor.wire.AnchorTexts;

/** An anchor at rest. */
@Entity
@Table(schema = "registry", name = "audit_anchor")
class AnchorRow {
    @Id
    UUID id = new UUID(0, 0);

    String content = "";
    String key = "";
    String signature = "";

    static AnchorRow of(UUID id, SignedAnchor signed) {
        var row = new AnchorRow();
        row.id = id;
        row.content = signed.text();
        row.key = signed.key();
        row.signature = signed.signature();
        return row;
    }

    /** Empty when somebody has altered it past reading; its receipts then tell that it is gone. */
    Optional<SignedAnchor> signed() {
        return AnchorTexts.signed(content, key, signature);
    }
}
