package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Brings databases up to date that hold rows already. */
class MigrateRowsTest {
    private static final String HELD = """
            SELECT series, prediction_id, occurred_at AT TIME ZONE 'UTC', score, patient_key, outcome, outcome_batch,
                slice, batch, line, site, features, body, patient_ref
            FROM monitoring.prediction ORDER BY 1, 2""";

    private static final String CHAIR = "00000000-0000-0000-0000-000000000005";

    private final ScratchDatabase.Access access = ScratchDatabase.empty();

    @Test
    @DisplayName("C2: predictions of every version survive when the log is divided by version, each in its own part")
    void dividesTheLog() throws SQLException {
        upTo("105");
        predictions();
        var before = rows(HELD);

        Migrate.run(access.owner(), access.application());

        assertThat(rows(HELD)).isEqualTo(before).hasSize(5);
        assertThat(rows("SELECT tableoid::regclass, count(*) FROM monitoring.prediction GROUP BY 1 ORDER BY 1"))
                .containsExactly("monitoring.prediction_1|3", "monitoring.prediction_2|2");
        assertThatThrownBy(() -> run("UPDATE monitoring.prediction SET outcome = 0 WHERE prediction_id = 'a1'"))
                .hasMessageContaining("an outcome that is known stays");
        assertThatThrownBy(() -> run("INSERT INTO monitoring.prediction SELECT * FROM monitoring.prediction"))
                .hasMessageContaining("prediction_1_pkey");
        run("INSERT INTO monitoring.series (model, version) VALUES ('sepsis', 3)");
        run("UPDATE monitoring.prediction SET outcome = 1, outcome_batch = 9 WHERE prediction_id = 'a2'");
    }

    @Test
    @DisplayName(
            "C2: days that have profiles are made once more, so that they have weeks, and keep what they say of features")
    void marksProfiledDays() throws SQLException {
        upTo("111");
        predictions();
        run("DELETE FROM monitoring.changed_day");
        run("""
                INSERT INTO monitoring.profile (series, day, site, predictions, scored, scores, features)
                VALUES (1, '2025-03-01', '', 2, 2, 'x', 'y'), (1, '2025-03-01', 'north', 1, 1, 'x', 'y')""");

        Migrate.run(access.owner(), access.application());

        assertThat(rows("SELECT * FROM monitoring.changed_day")).containsExactly("1|2025-03-01|-1");
        assertThat(rows("SELECT site, most_of_one_patient, convert_from(features, 'UTF8') FROM monitoring.profile"))
                .containsExactly("|2|y", "north|1|y");
    }

    @Test
    @DisplayName("D3: entries of the audit trail keep number, words and hash when record and seal are parted")
    void keepsTheTrail() throws SQLException {
        upTo("031");
        run("""
                INSERT INTO registry.audit_entry (seq, at, actor_id, actor_name, action, subject_type, subject_id, model,
                    sentence, details, previous, hash)
                SELECT n, timestamptz '2026-01-01T12:00:00.000001Z' + n * interval '1 s', 'a', 'Ada', 'did', 'thing', 't' || n,
                    NULL, 'did it', '{}', 'p' || n, 'h' || n FROM generate_series(1, 3) AS n""");
        var entries = """
                SELECT seq, at, actor_id, actor_name, action, subject_type, subject_id, model, sentence, details, previous,
                    hash FROM registry.audit_entry ORDER BY seq""";
        var before = rows(entries);

        Migrate.run(access.owner(), access.application());

        assertThat(rows(entries)).isEqualTo(before).hasSize(3);
        assertThat(rows("SELECT count(*) FROM registry.audit_pending")).containsExactly("0");
        assertThatThrownBy(() -> run("DELETE FROM registry.audit_record")).hasMessageContaining("rows are kept");
    }

    @Test
    @DisplayName("a script is run also when later numbers of another schema have run before")
    void runsWhatStandsBefore() throws SQLException {
        Migrate.run(access.owner(), access.application());
        run("DROP TABLE monitoring.profile_week");
        run("ALTER TABLE monitoring.profile DROP COLUMN most_of_one_patient");
        run("DELETE FROM flyway_schema_history WHERE version = '112'");

        assertThat(Migrate.run(access.owner(), access.application())).isEqualTo(1);
        assertThat(rows("SELECT count(*) FROM monitoring.profile_week")).containsExactly("0");
    }

    @Test
    @DisplayName("A5, A7: steps from before are kept and read by their rule, those taken from now on by the new one")
    void keepsStepsFromBefore() throws SQLException {
        upTo("031");
        decidedBefore();
        run("""
                INSERT INTO registry.stage_entry (model, version, site, stage, entered_at, promotion, entered_by, reason)
                VALUES ('sepsis', 1, 'north', 'PILOT', now(), '00000000-0000-0000-0000-000000000001', '%1$s', NULL),
                    ('sepsis', 1, 'north', 'SUSPENDED', now(), NULL, 'sam', 'harm'),
                    ('sepsis', 2, 'north', 'GENERAL', now(), gen_random_uuid(), 'eve', NULL)""".formatted(CHAIR));

        Migrate.run(access.owner(), access.application());
        run("""
                INSERT INTO registry.stage_entry (model, version, site, stage, entered_at, promotion, entered_by)
                VALUES ('sepsis', 1, 'north', 'GENERAL', now(), '00000000-0000-0000-0000-000000000002', '%1$s');
                INSERT INTO registry.audit_record (id, at, actor_id, actor_name, action, subject_type, subject_id, sentence,
                    details)
                VALUES (gen_random_uuid(), now(), 'releases', 'releases', 'stage.entered', 'model-version', 'sepsis/1',
                    'told', '{"site":"north","stage":"GENERAL","by":"%1$s","promotion":"00000000-0000-0000-0000-000000000002"}')""".formatted(CHAIR));

        assertThat(
                        rows(
                                "SELECT version, stage, live_rule, registry.decided(e) FROM registry.stage_entry e ORDER BY seq"))
                .containsExactly(
                        "1|PILOT|ONE_FOR_EACH_SITE|t",
                        "1|SUSPENDED|ONE_FOR_EACH_SITE|t",
                        "2|GENERAL|ONE_FOR_EACH_SITE|f",
                        "1|GENERAL|ONE_FOR_EACH_AUDIENCE|t");
    }

    /** Two approved promotions of sepsis 1, as every release so far has left them. */
    private void decidedBefore() throws SQLException {
        run("""
                INSERT INTO registry.person (id, login, name, active, password_hash, password_must_change, created_at)
                    VALUES ('%1$s', 'nora', 'Nora', true, NULL, false, now());
                INSERT INTO registry.site VALUES ('north', 'North', now());
                INSERT INTO registry.model SELECT 'sepsis', 'Sepsis', 'x', 'RISK_SCORE', 'HIGH', 'icu', id, id, 'x', now()
                    FROM registry.person;
                INSERT INTO registry.model_version (model, version, change_type, subgroups, digest, registered_by,
                    registered_at) SELECT 'sepsis', v, 'FIRST', '{}', 'd' || v, 'x', now() FROM generate_series(1, 2) v;
                INSERT INTO registry.policy VALUES ('%1$s', 'Live', 1, NULL,
                    '{"reviews":[{"quorum":1,"role":"TECHNICAL_REVIEWER"}]}', 'p', now());
                INSERT INTO registry.promotion (id, model, version, version_digest, stage_from, stage_to, site, requester,
                    requester_name, submitted_at, policy, policy_digest, evidence, evidence_digest, digest)
                SELECT ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'sepsis', 1, 'v', 'SILENT', stage, 'north',
                    'max', 'Max', now(), '%1$s', 'p', '{}', 'e', 'd' FROM (VALUES (1, 'PILOT'), (2, 'GENERAL')) v (n, stage);
                INSERT INTO registry.promotion_signature
                SELECT gen_random_uuid(), id, position, signer::uuid, 'x', role, meaning, '', now(), 'UTC', 'd', 'e', 'p',
                    before, 's' || position
                FROM registry.promotion, (VALUES
                    (1, '00000000-0000-0000-0000-000000000009', 'TECHNICAL_REVIEWER', 'REVIEW', NULL),
                    (2, '%1$s', 'CHAIR', 'APPROVAL', 's1')) v (position, signer, role, meaning, before)""".formatted(CHAIR));
    }

    private void upTo(String version) {
        ScratchDatabase.fresh(); // so that the application's role is there
        Flyway.configure()
                .dataSource(
                        access.owner().url(),
                        access.owner().user(),
                        access.owner().password())
                .placeholders(Map.of("application", access.application().user()))
                .target(version)
                .load()
                .migrate();
    }

    private void predictions() throws SQLException {
        run("INSERT INTO monitoring.series (model, version) VALUES ('sepsis', 1), ('sepsis', 2)");
        run("""
                INSERT INTO monitoring.prediction (series, slice, batch, line, prediction_id, occurred_at, score,
                    patient_ref, patient_key, site, features, body, outcome, outcome_batch, content_hash)
                VALUES (1, 1, 1, 1, 'a1', '2025-03-01T10:00:00.000001Z', 0.25, 'x', 7, 'north', '{"age":"70"}', NULL, 1, 1, 5),
                    (1, 2, 1, 2, 'a2', '2025-03-01T11:00:00Z', 0.5, NULL, NULL, NULL, NULL, 'written', NULL, NULL, 6),
                    (1, 1, 2, 1, 'a3', '2025-03-01T12:00:00Z', NULL, 'y', 8, 'south', '{}', NULL, 0, 2, 7),
                    (2, 3, 3, 1, 'a1', '2025-03-01T10:00:00Z', 0.75, 'x', 7, 'north', '{"age":"71"}', NULL, NULL, NULL, 5),
                    (2, 3, 3, 2, 'b2', '2025-03-02T10:00:00Z', 1, 'z', 9, 'north', NULL, NULL, 1, 4, 8)""");
    }

    private void run(String sql) throws SQLException {
        try (var connection = access.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection = access.owner().connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(found.getString(column)));
                }
                all.add(String.join("|", row));
            }
            return all;
        }
    }
}
