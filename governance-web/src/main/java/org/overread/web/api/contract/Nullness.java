package org.overread.web.api.contract;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a type says of whether a value may be missing. */
public final class Nullness {
    private Nullness() {}

    public static boolean mayBeMissing(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Whether a record cannot be read without it. A list that is not given is empty. */
    public static boolean mustBeGiven(RecordComponent component) {
        return !mayBeMissing(component.getAnnotatedType()) && !Collection.class.isAssignableFrom(component.getType());
    }

    /** The type of the entries of a list or a set, or of the values of a map. */
    static AnnotatedType last(AnnotatedType container) {
        if (container instanceof AnnotatedParameterizedType generic) {
            var arguments = generic.getAnnotatedActualTypeArguments();
            return arguments[arguments.length - 1];
        }
        throw new IllegalStateException("entries of which type? " + container);
    }
}
