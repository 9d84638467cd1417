package org.overread.registry;

import java.util.List;

/**
 * A request that cannot be served. Business answers ("no, because …") are values; this is for broken requests, missing
 * rights and a broken outside. The message is a sentence a person can act on and holds no patient data.
 */
public final class GovernanceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldProblem> fields;

    public GovernanceException(ErrorCode code, String message) {
        this(code, message, List.of());
    }

    public GovernanceException(ErrorCode code, String message, List<FieldProblem> fields) {
        super(message);
        this.code = code;
        this.fields = List.copyOf(fields);
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    /** Refuses a request over its fields, all of them at once. Returns quietly when there are none. */
    public static void refuse(String message, List<FieldProblem> fields) {
        if (!fields.isEmpty()) {
            throw new GovernanceException(ErrorCode.INVALID, message, fields);
        }
    }
}
