package org.overread.monitoring.notify;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** The ways that a test lists, in place of those the container finds. */
final class ListedChannels implements Instance<Channel> {
    private final List<Channel> channels;

    ListedChannels(Channel... channels) {
        this.channels = List.of(channels);
    }

    @Override
    public Iterator<Channel> iterator() {
        return channels.iterator();
    }

    @Override
    public Channel get() {
        return channels.getFirst();
    }

    @Override
    public Instance<Channel> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Channel> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Channel> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
        return channels.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return channels.size() > 1;
    }

    @Override
    public void destroy(Channel instance) {}

    @Override
    public Handle<Channel> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<Channel>> handles() {
        throw new UnsupportedOperationException();
    }
}
