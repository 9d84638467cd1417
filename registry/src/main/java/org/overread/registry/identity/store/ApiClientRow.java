package org.overread.registry.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.Scope;
import org.overread.registry.identity.ApiClient;

/** An API client at rest. */
@Entity
@Table(schema = "registry", name = "api_client")
class ApiClientRow {
    @Id
    UUID id = new UUID(0, 0);

    String name = "";

    @Column(name = "token_hash")
    String tokenHash = "";

    String scopes = "";

    @Nullable @Column(name = "reach_model")
    String reachModel;

    @Nullable @Column(name = "reach_department")
    String reachDepartment;

    @Nullable @Column(name = "reach_site")
    String reachSite;

    @Column(name = "created_by")
    String createdBy = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;

    @Nullable @Column(name = "revoked_at")
    Instant revokedAt;

    static ApiClientRow of(ApiClient client, Digest token) {
        var row = new ApiClientRow();
        row.id = client.id();
        row.name = client.name();
        row.tokenHash = token.hex();
        row.scopes = client.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        row.reachModel = client.reach().model();
        row.reachDepartment = client.reach().department();
        row.reachSite = client.reach().site();
        row.createdBy = client.createdBy();
        row.createdAt = client.createdAt();
        row.expiresAt = client.expiresAt();
        row.revokedAt = client.revokedAt();
        return row;
    }

    ApiClient client(@Nullable Instant lastUsedAt) {
        return new ApiClient(
                id,
                name,
                Arrays.stream(scopes.split(",", -1)).map(ApiScope::valueOf).collect(Collectors.toSet()),
                new Scope(reachModel, reachDepartment, reachSite),
                createdBy,
                createdAt,
                expiresAt,
                revokedAt,
                lastUsedAt);
    }
}
