package org.overread.registry.audit.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.overread.migrations.DatabaseAccess;
import org.overread.registry.audit.AuditChain;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.Sealer;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.testing.NoFormat;

/** The trail on a pool of connections, as on a server but without one. */
final class TrailUnit implements AutoCloseable {
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    static {
        HIBERNATE.setLevel(Level.WARNING);
    }

    private final BlockingQueue<Connection> free;
    private final EntityManagerFactory factory;

    TrailUnit(DatabaseAccess access, int connections) throws SQLException {
        free = new ArrayBlockingQueue<>(connections, true);
        for (int i = 0; i < connections; i++) {
            free.add(access.connect());
        }
        factory = Persistence.createEntityManagerFactory(
                "registry",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        pool(),
                        "hibernate.type.json_format_mapper",
                        new NoFormat()));
    }

    /** One transaction. */
    void commit(Consumer<EntityManager> work) {
        try (var entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            work.accept(entities);
            entities.getTransaction().commit();
        }
    }

    static JpaAuditTrail trail(EntityManager entities) {
        var trail = new JpaAuditTrail();
        trail.entities = entities;
        trail.clock = Instant::now;
        return trail;
    }

    Sealer sealer() {
        return () -> {
            var more = new boolean[1];
            commit(entities -> {
                var sealer = new JpaSealer();
                sealer.entities = entities;
                more[0] = sealer.sealSome();
            });
            return more[0];
        };
    }

    ChainVerification verification() {
        try (var entities = factory.createEntityManager()) {
            var log = new JpaAuditLog();
            log.entities = entities;
            log.sealer = sealer();
            var head = log.head().orElseThrow();
            return new AuditChain(entry -> CanonicalJson.of(entry.content()))
                    .verify(log.chain(AuditHead.EMPTY, head).iterator(), head);
        }
    }

    @Override
    public void close() throws SQLException {
        factory.close();
        for (var connection : free) {
            connection.close();
        }
    }

    private DataSource pool() {
        return (DataSource) Proxy.newProxyInstance(
                TrailUnit.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (_, method, _) -> switch (method.getName()) {
                    case "getConnection" -> lent(free.take());
                    case "toString" -> "pool";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TrailUnit.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, values) -> {
                    if (method.getName().equals("close")) {
                        connection.setAutoCommit(true);
                        free.add(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
