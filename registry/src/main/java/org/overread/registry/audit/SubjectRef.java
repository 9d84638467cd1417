package org.overread.registry.audit;

/**
 * What an entry is about, as the audit trail itself says it.
 *
 * @param type such as {@code promotion} or {@code model-version}
 * @param id the id of that one
 */
public record SubjectRef(String type, String id) {
    @Override
    public String toString() {
        return type + " " + id;
    }
}
