package org.overread.registry.identity.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Rights;

/**
 * Looks rights up in the database. Within a transaction it asks once, so that a list that is filtered line by line does
 * not ask for each line; outside of one it asks each time.
 */
@ApplicationScoped
class JpaRights implements Rights {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    InstantSource clock;

    /** What is remembered is told apart from what others keep with the transaction. */
    private record Remembered(String whose) {}

    @Override
    public Set<Grant> grantsOf(PersonId person) {
        return remembered(person.toString(), () -> grantsNow(person));
    }

    @Override
    public TokenRights tokenOf(String machine) {
        return remembered(machine, () -> tokenNow(machine));
    }

    /** The row of the person or token is locked as every change of rights locks it. */
    @Override
    public void hold(Actor actor) {
        switch (actor) {
            case Actor.Person person -> share("person", person.personId().value());
            case Actor.Machine machine -> share("api_client", UUID.fromString(machine.id()));
            case Actor.Product _ -> {}
        }
        if (inTransaction()) {
            transaction.putResource(new Remembered(actor.id()), null);
        }
    }

    private Set<Grant> grantsNow(PersonId person) {
        return entities.createQuery(
                        "select g from GrantRow g, PersonRow p"
                                + " where p.id = :person and p.active = true and g.person = p.id",
                        GrantRow.class)
                .setParameter("person", person.value())
                .getResultStream()
                .map(GrantRow::grant)
                .collect(Collectors.toUnmodifiableSet());
    }

    private TokenRights tokenNow(String machine) {
        return entities.createQuery(
                        "select c from ApiClientRow c"
                                + " where c.id = :id and c.revokedAt is null and c.expiresAt > :now",
                        ApiClientRow.class)
                .setParameter("id", UUID.fromString(machine))
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(row -> row.client(null))
                .map(client -> new TokenRights(client.scopes(), client.reach()))
                .findFirst()
                .orElse(TokenRights.NONE);
    }

    private void share(String table, UUID id) {
        entities.createNativeQuery("SELECT 1 FROM registry." + table + " WHERE id = :id FOR SHARE")
                .setParameter("id", id)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private <T> T remembered(String whose, Supplier<T> now) {
        if (!inTransaction()) {
            return now.get();
        }
        @Nullable Object known = transaction.getResource(new Remembered(whose));
        if (known == null) {
            known = now.get();
            transaction.putResource(new Remembered(whose), known);
        }
        return (T) known;
    }

    private boolean inTransaction() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }
}
