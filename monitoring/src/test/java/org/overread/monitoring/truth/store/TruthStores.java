package org.overread.monitoring.truth.store;

import jakarta.persistence.EntityManager;
import org.overread.monitoring.truth.TruthBook;

/** Puts the store together by hand, for tests. */
public final class TruthStores {
    private TruthStores() {}

    public static TruthBook book(EntityManager entities) {
        var book = new JpaTruthBook();
        book.entities = entities;
        return book;
    }
}
