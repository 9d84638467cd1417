package org.overread.registry;

/** What a machine's token is good for. */
public enum ApiScope {
    INGEST,
    FEEDBACK,
    READ,
    PROMOTE,
    EXPORT,
    ADMIN
}
