-- The log of predictions, one partition for each model version: what is asked of a version touches its own rows only,
-- and the key (series, prediction_id) stays unique. See decision 110 of monitoring for the plans it was chosen by.
ALTER TABLE monitoring.prediction RENAME TO prediction_before;

CREATE TABLE monitoring.prediction (LIKE monitoring.prediction_before INCLUDING CONSTRAINTS INCLUDING COMMENTS)
    PARTITION BY LIST (series);
COMMENT ON TABLE monitoring.prediction IS 'one partition for each series, opened when the series is';

-- The application's role may not create tables; writing a new series makes its owner do it. Attaching, unlike creating
-- in place, does not wait for uploads that are under way.
CREATE FUNCTION monitoring.open_partition() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE partition text := 'prediction_' || NEW.id;
BEGIN
    EXECUTE format('CREATE TABLE monitoring.%I (LIKE monitoring.prediction INCLUDING CONSTRAINTS)', partition);
    EXECUTE format('ALTER TABLE monitoring.prediction ATTACH PARTITION monitoring.%I FOR VALUES IN (%s)',
        partition, NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER a_series_has_a_partition AFTER INSERT ON monitoring.series
    FOR EACH ROW EXECUTE FUNCTION monitoring.open_partition();

DO $$
DECLARE known integer;
BEGIN
    FOR known IN SELECT id FROM monitoring.series ORDER BY id LOOP
        EXECUTE format('CREATE TABLE monitoring.%I PARTITION OF monitoring.prediction FOR VALUES IN (%s)',
            'prediction_' || known, known);
    END LOOP;
END $$;
INSERT INTO monitoring.prediction SELECT * FROM monitoring.prediction_before;
DROP TABLE monitoring.prediction_before;

ALTER TABLE monitoring.prediction ADD PRIMARY KEY (series, prediction_id);
CREATE INDEX prediction_in_time ON monitoring.prediction (occurred_at);

-- What a model said stays as it was sent. Its outcome may still come, once; and what it was told of the patient and what
-- it wrote may be taken away as a whole once they are old, by the retention that the installation has set.
CREATE TRIGGER what_was_said_stays
    BEFORE UPDATE OF occurred_at, score, patient_key, content_hash, series, slice, batch, line, latency_ms,
        prediction_id, site ON monitoring.prediction
    FOR EACH ROW EXECUTE FUNCTION monitoring.refuse_change('a prediction stays as it was sent');
CREATE TRIGGER a_payload_stays_or_goes
    BEFORE UPDATE OF patient_ref, features, body ON monitoring.prediction
    FOR EACH ROW WHEN (NEW.patient_ref IS NOT NULL OR NEW.features IS NOT NULL OR NEW.body IS NOT NULL
        OR OLD.occurred_at > now() - interval '30 days')
    EXECUTE FUNCTION monitoring.refuse_change('a prediction stays as it was sent, until all of its payload is removed');
CREATE TRIGGER an_outcome_comes_once
    BEFORE UPDATE OF outcome, outcome_known_at, outcome_batch ON monitoring.prediction
    FOR EACH ROW WHEN (OLD.outcome IS NOT NULL)
    EXECUTE FUNCTION monitoring.refuse_change('an outcome that is known stays');
