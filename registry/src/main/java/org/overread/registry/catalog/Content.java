package org.overread.registry.catalog;

import java.util.List;
import java.util.Map;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.canonical.CanonicalJson;

/** What is frozen of a version: whose it is, and what is declared of it. */
final class Content {
    private Content() {}

    static Map<String, Object> of(String model, VersionDeclaration declared) {
        return Map.of("model", model, "declared", declared.content());
    }

    static void mustBeNew(Map<String, Object> content, List<ModelVersion> earlier) {
        earlier.stream()
                .filter(version -> CanonicalJson.digests(content, version.digest()))
                .findFirst()
                .ifPresent(same -> {
                    throw new GovernanceException(ErrorCode.CONFLICT, same.id() + " declares exactly the same already");
                });
    }
}
