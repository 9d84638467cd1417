package org.overread.registry.identity.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;

/** A role somebody holds, at rest. */
@Entity
@Table(schema = "registry", name = "person_grant")
class GrantRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    UUID person = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    Role role = Role.CLINICIAN;

    @Nullable String model;

    @Nullable String department;

    @Nullable String site;

    static GrantRow of(UUID person, Grant grant) {
        var row = new GrantRow();
        row.person = person;
        row.role = grant.role();
        row.model = grant.scope().model();
        row.department = grant.scope().department();
        row.site = grant.scope().site();
        return row;
    }

    Grant grant() {
        return new Grant(role, new Scope(model, department, site));
    }
}
