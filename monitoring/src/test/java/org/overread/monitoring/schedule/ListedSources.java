package org.overread.monitoring.schedule;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;
import org.overread.monitoring.check.CheckSource;

/** The sources that a container would find. */
record ListedSources(List<CheckSource> sources) implements Instance<CheckSource> {
    @Override
    public Iterator<CheckSource> iterator() {
        return sources.iterator();
    }

    @Override
    public CheckSource get() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instance<CheckSource> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends CheckSource> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends CheckSource> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
        return sources.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return sources.size() > 1;
    }

    @Override
    public void destroy(CheckSource instance) {}

    @Override
    public Handle<CheckSource> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<CheckSource>> handles() {
        throw new UnsupportedOperationException();
    }
}
