package org.overread.registry.identity;

/** A new API client with its token, which is shown this once and cannot be read again. */
public record IssuedToken(ApiClient client, String token) {
    /** Leaves the token out. */
    @Override
    public String toString() {
        return "IssuedToken[client=" + client + "]";
    }
}
