package org.overread.monitoring.performance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/**
 * What was read last of some windows, so that another threshold or another attribute need not read it again. It keeps no
 * more than weighs so much altogether, and nothing that a later batch has made old.
 */
final class Recent<T> {
    private final long most;
    private final ToLongFunction<T> weight;

    private record Key(ModelVersionId version, Window window) {}

    private record Kept<T>(long state, T value) {}

    private final Map<Key, Kept<T>> kept = new LinkedHashMap<>(16, 0.75f, true);

    Recent(long most, ToLongFunction<T> weight) {
        this.most = most;
        this.weight = weight;
    }

    /** What was read in that state, read if it is not at hand. */
    T get(ModelVersionId version, Window window, long state, Supplier<T> reading) {
        var key = new Key(version, window);
        var known = find(key);
        if (known != null && known.state() == state) {
            return known.value();
        }
        var value = reading.get();
        keep(key, new Kept<>(state, value));
        return value;
    }

    private synchronized @Nullable Kept<T> find(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Kept<T> value) {
        kept.remove(key);
        if (weight.applyAsLong(value.value()) > most) {
            return;
        }
        kept.put(key, value);
        var eldest = kept.values().iterator();
        for (long together = together(); together > most; ) {
            together -= weight.applyAsLong(eldest.next().value());
            eldest.remove();
        }
    }

    private long together() {
        return kept.values().stream()
                .mapToLong(each -> weight.applyAsLong(each.value()))
                .sum();
    }
}
