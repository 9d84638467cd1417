package org.overread.registry.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.overread.registry.Digest;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** What is frozen of a version: whose it is, and what is declared of it. */
final class Content {
    private Content() {}

    static Map<String, Object> of(String model, VersionDeclaration declared) {
        return Map.of("model", model, "declared", declared.content());
    }

    /** @param alike whether a digest is that of what is declared now */
    static void mustBeNew(Predicate<Digest> alike, List<ModelVersion> earlier) {
        earlier.stream()
                .filter(version -> alike.test(version.digest()))
                .findFirst()
                .ifPresent(same -> {
                    throw new GovernanceException(ErrorCode.CONFLICT, same.id() + " declares exactly the same already");
                });
    }
}
