package org.overread.web.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Place;
import org.overread.registry.Scope;

/** One way to call an operation, with an object behind it that would let it succeed. */
final class Attempt {
    static final Place ALL_SITES = Place.ofModel(Asker.MODEL, Asker.DEPARTMENT);
    static final Place AT_SITE = ALL_SITES.at(Asker.SITE);

    final String operation;
    final String verb;
    final Supplier<String> path;
    private final List<Open<?>> uses = new ArrayList<>();
    private final Set<Integer> also = new HashSet<>();
    Place place = AT_SITE;
    String type = "application/json";
    boolean ownOfAsker = true;
    Function<Asker, String> body = _ -> "";

    @Nullable Cut cut;

    /** What the answer holds for those whose scope reaches it, and for nobody else. */
    record Cut(Supplier<String> words, Predicate<Scope> seen) {}

    /** An object that is used up when a call on it succeeds; then the next call finds another. */
    static final class Open<T> implements Supplier<T> {
        private final Supplier<T> make;
        private @Nullable T now;

        Open(Supplier<T> make) {
            this.make = make;
        }

        @Override
        public T get() {
            if (now == null) {
                now = make.get();
            }
            return now;
        }
    }

    private Attempt(String operation, String verb, Supplier<String> path) {
        this.operation = operation;
        this.verb = verb;
        this.path = path;
    }

    static Attempt of(String operation, String verb, String path) {
        return new Attempt(operation, verb, () -> path);
    }

    /** On an object that is open, whose id takes the place of {@code %s} in the path. */
    static Attempt on(String operation, String verb, String path, Open<?> object) {
        return new Attempt(operation, verb, () -> path.formatted(object.get())).using(object);
    }

    Attempt using(Open<?> object) {
        uses.add(object);
        return this;
    }

    Attempt at(Place where) {
        place = where;
        return this;
    }

    Attempt sending(String what) {
        return sending(_ -> what);
    }

    Attempt sending(Supplier<String> what) {
        return sending(_ -> what.get());
    }

    Attempt sending(Function<Asker, String> what) {
        body = what;
        return this;
    }

    Attempt as(String mediaType) {
        type = mediaType;
        return this;
    }

    /** What is tried belongs to somebody else than whoever asks. */
    Attempt ofSomebodyElse() {
        ownOfAsker = false;
        return this;
    }

    /** The answer is this as well when it is allowed: the state of things stands against it, not the right. */
    Attempt orAnswers(int status) {
        also.add(status);
        return this;
    }

    Attempt showing(String words, Predicate<Scope> seen) {
        cut = new Cut(() -> words, seen);
        return this;
    }

    boolean succeeded(int status) {
        return status / 100 == 2 || also.contains(status);
    }

    void done() {
        uses.forEach(object -> object.now = null);
    }

    @Override
    public String toString() {
        return operation + (place.equals(AT_SITE) ? "" : " at " + place);
    }
}
