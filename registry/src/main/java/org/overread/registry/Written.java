package org.overread.registry;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote for many to read, and whether they have looked at what was pointed out in it.
 *
 * @param what a text, or a draft that holds texts
 * @param noIdentifiersConfirmed the writer says that nothing in it identifies a patient; what surely does is refused all
 *     the same
 */
public record Written<T extends @Nullable Object>(T what, boolean noIdentifiersConfirmed) {
    /** As it was written, with nothing confirmed. */
    public static <T extends @Nullable Object> Written<T> plainly(T what) {
        return new Written<>(what, false);
    }
}
