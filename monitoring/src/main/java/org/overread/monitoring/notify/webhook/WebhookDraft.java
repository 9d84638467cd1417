package org.overread.monitoring.notify.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/**
 * A webhook as somebody wants to add it; anything may still be missing.
 *
 * @param models of which it is to hear; all when missing or empty
 */
public record WebhookDraft(
        @Nullable String name,
        @Nullable String address,
        @Nullable List<? extends @Nullable String> models) {
    private static final int LONGEST_ADDRESS = 2000;

    /** @param plain whether the installation allows calls without encryption */
    List<FieldProblem> problems(boolean plain) {
        var problems = new FieldProblems()
                .text("name", name, 200)
                .identifiers("name", name, true)
                .text("address", address, LONGEST_ADDRESS);
        if (address != null && !address.isBlank()) {
            problems.and(addressProblems(uri(), plain));
        }
        return problems.list();
    }

    private static List<FieldProblem> addressProblems(Optional<URI> uri, boolean plain) {
        var scheme = uri.map(URI::getScheme).orElse("");
        return new FieldProblems()
                .when(
                        uri.map(URI::getHost).isEmpty(),
                        "address",
                        "must be a whole address such as https://pager.hospital.example/overread")
                .when(
                        !scheme.equals("https") && !(scheme.equals("http") && plain),
                        "address",
                        plain ? "must begin with https:// or http://" : "must begin with https://")
                .when(
                        uri.map(URI::getUserInfo).isPresent(),
                        "address",
                        "must hold no user and password; the signature proves who calls")
                .when(
                        uri.map(URI::getPort)
                                .filter(port -> port == 0 || port > 65_535)
                                .isPresent(),
                        "address",
                        "must have a port from 1 to 65535, or none")
                .when(uri.map(URI::getFragment).isPresent(), "address", "must hold no fragment (#…)")
                .list();
    }

    Optional<URI> uri() {
        try {
            return Optional.ofNullable(address).map(String::strip).isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new URI(java.util.Objects.requireNonNull(address).strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
