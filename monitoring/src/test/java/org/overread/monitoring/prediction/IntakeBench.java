package org.overread.monitoring.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.overread.migrations.DatabaseAccess;
import org.overread.migrations.ScratchDatabase;
import org.overread.monitoring.integrity.DeclaredFeature;
import org.overread.monitoring.integrity.TestChecks;
import org.overread.monitoring.prediction.store.PredictionStores;
import org.overread.monitoring.testing.TestTransactions;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

/** Both intakes on a database of their own, with two versions registered, and a machine that may send. */
public final class IntakeBench {
    public static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Actor MACHINE = Actors.machine(ApiScope.INGEST);

    public final DatabaseAccess access;
    public final TestTransactions transactions;
    public final Catalog catalog =
            CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog();
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final IntakeMeter meter = new IntakeMeter();
    public final PredictionIntake predictions = new PredictionIntake();
    public final OutcomeIntake outcomes = new OutcomeIntake();

    public IntakeBench() {
        this(ScratchDatabase.fresh().application());
    }

    public IntakeBench(DatabaseAccess access) {
        this.access = access;
        transactions = new TestTransactions(access);
        var intake = new Intake();
        intake.catalog =
                CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog();
        intake.transaction = transactions;
        intake.audit = audit;
        intake.clock = () -> NOW;
        intake.slots = new IntakeSlots();
        intake.meter = meter;
        intake.log = PredictionStores.log(transactions.dataSource(), TestTransactions.plain(access));
        predictions.intake = intake;
        predictions.log = intake.log;
        declare(List.of());
        outcomes.intake = intake;
        outcomes.log = intake.log;
    }

    /** Declares the features that batches are held against from now on. */
    public void declare(List<DeclaredFeature> features) {
        predictions.checks = TestChecks.of(transactions.dataSource(), features);
    }

    public Receipt send(BodyFormat format, String body) {
        return send(format, body.getBytes(StandardCharsets.UTF_8));
    }

    public Receipt send(BodyFormat format, byte[] body) {
        return send(format, new ByteArrayInputStream(body));
    }

    public Receipt send(BodyFormat format, InputStream body) {
        return predictions.accept(MACHINE, SEPSIS_2, new IntakeBody(body, format), IntakeProgress.SILENT);
    }

    public Receipt sendOutcomes(String csv) {
        return outcomes.accept(
                MACHINE,
                SEPSIS_2,
                new IntakeBody(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), BodyFormat.CSV),
                IntakeProgress.SILENT);
    }

    /** The answer of a query, each row with its values joined by a bar. */
    public List<String> rows(String sql) {
        try (var connection = access.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var line = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join("|", line));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void holds(int predictions) {
        assertThat(rows("SELECT count(*) FROM monitoring.prediction")).containsExactly(String.valueOf(predictions));
    }
}
