package org.overread.registry.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.overread.migrations.DatabaseAccess;
import org.overread.migrations.ScratchDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives each test a migrated database of its own and an entity manager that works on it as the application's role.
 * Whatever a test stores, it stores {@link #inTransaction}.
 */
public abstract class StoreTest {
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");
    private static final Map<String, Unit> UNITS = new ConcurrentHashMap<>();

    static {
        HIBERNATE.setLevel(Level.WARNING);
    }

    private final ScratchDatabase.Access database = ScratchDatabase.fresh();
    private final List<EntityManager> opened = new ArrayList<>();
    private final Unit unit;
    private final EntityManager entities;

    /** @param unit the persistence unit, {@code registry} or {@code monitoring} */
    protected StoreTest(String unit) {
        this.unit = UNITS.computeIfAbsent(unit, Unit::start);
        this.unit.turnTo(database.application());
        entities = another();
    }

    @AfterEach
    final void closeAll() {
        opened.forEach(EntityManager::close);
    }

    /** The entity manager that stores are given in place of the container's. */
    protected EntityManager entities() {
        return entities;
    }

    /** Another one on the same database, for what happens at the same time. Ends with the test. */
    protected final EntityManager another() {
        var another = unit.factory().createEntityManager();
        opened.add(another);
        return another;
    }

    protected ScratchDatabase.Access database() {
        return database;
    }

    /** Commits what is done, and forgets what was loaded; rolls back when something is thrown. */
    protected <T> T inTransaction(Supplier<T> work) {
        return inTransaction(entities, work);
    }

    protected void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** The same with that entity manager. */
    protected static <T> T inTransaction(EntityManager entities, Supplier<T> work) {
        var transaction = entities.getTransaction();
        transaction.begin();
        try {
            var result = work.get();
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            entities.clear();
        }
    }

    /** Runs SQL as the owner of the schema, past the application. */
    protected void asOwner(String... statements) {
        run(database.owner(), statements);
    }

    /** Runs SQL as the application's role, past the stores. */
    protected void asApplication(String... statements) {
        run(database.application(), statements);
    }

    private static void run(DatabaseAccess access, String... statements) {
        try (var connection = access.connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** A persistence unit, started once; what it connects to changes from test to test. */
    private record Unit(EntityManagerFactory factory, PGSimpleDataSource source) {
        static Unit start(String name) {
            var source = new PGSimpleDataSource();
            connect(source, ScratchDatabase.fresh().application());
            var factory = Persistence.createEntityManagerFactory(
                    name,
                    Map.of(
                            "jakarta.persistence.transactionType",
                            "RESOURCE_LOCAL",
                            "jakarta.persistence.nonJtaDataSource",
                            source,
                            "hibernate.type.json_format_mapper",
                            new NoFormat()));
            return new Unit(factory, source);
        }

        void turnTo(DatabaseAccess access) {
            connect(source, access);
        }

        private static void connect(PGSimpleDataSource source, DatabaseAccess access) {
            source.setUrl(access.url());
            source.setUser(access.user());
            source.setPassword(access.password());
        }
    }
}
