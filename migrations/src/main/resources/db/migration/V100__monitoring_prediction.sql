-- What models said and what turned out to be true. The large table carries no foreign keys: each would cost a look-up
-- per row of a bulk load, and its keys come from the dictionaries in the same transaction.

CREATE FUNCTION monitoring.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0]
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- A small key for one model version, so that each prediction need not repeat its name.
CREATE TABLE monitoring.series (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model   text NOT NULL,
    version integer NOT NULL,
    UNIQUE (model, version)
);
COMMENT ON TABLE monitoring.series IS 'append-only: a key stays with its model version';

-- One combination of subgroup values that occurs in a series; the values are canonical JSON.
CREATE TABLE monitoring.slice (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    series        integer NOT NULL REFERENCES monitoring.series,
    group_values  text NOT NULL,
    UNIQUE (series, group_values)
);
COMMENT ON TABLE monitoring.slice IS 'append-only: a key stays with its combination';

-- The receipt of one intake.
CREATE TABLE monitoring.batch (
    id             integer PRIMARY KEY,
    series         integer NOT NULL REFERENCES monitoring.series,
    kind           text NOT NULL CHECK (kind IN ('PREDICTIONS', 'OUTCOMES')),
    sent_by        text NOT NULL,
    sent_by_name   text NOT NULL,
    accepted_at    timestamptz NOT NULL,
    received       bigint NOT NULL,
    stored         bigint NOT NULL,
    duplicates     bigint NOT NULL,
    rejected       bigint NOT NULL,
    outcomes_added bigint NOT NULL,
    CHECK (received = stored + duplicates + rejected)
);
CREATE SEQUENCE monitoring.batch_id AS integer OWNED BY monitoring.batch.id;
CREATE INDEX batch_of_series ON monitoring.batch (series, id);
CREATE TRIGGER receipts_stay BEFORE UPDATE OR DELETE ON monitoring.batch
    FOR EACH ROW EXECUTE FUNCTION monitoring.refuse_change('receipts are append-only');
COMMENT ON TABLE monitoring.batch IS 'append-only: a receipt is not rewritten';

CREATE TABLE monitoring.prediction (
    occurred_at      timestamptz NOT NULL,
    score            double precision CHECK (score >= 0 AND score <= 1),
    patient_key      bigint,
    content_hash     bigint NOT NULL,
    outcome_known_at timestamptz,
    series           integer NOT NULL,
    slice            integer NOT NULL,
    batch            integer NOT NULL,
    line             integer NOT NULL,
    latency_ms       integer,
    outcome_batch    integer,
    outcome          smallint CHECK (outcome IN (0, 1)),
    prediction_id    text COLLATE "C" NOT NULL,
    patient_ref      text,
    site             text,
    features         text,
    body             text,
    PRIMARY KEY (series, prediction_id)
);
CREATE INDEX prediction_in_time ON monitoring.prediction USING brin (occurred_at);
COMMENT ON COLUMN monitoring.prediction.patient_key IS 'the first 64 bits of the SHA-256 of patient_ref';
COMMENT ON COLUMN monitoring.prediction.content_hash IS 'the first 64 bits of the SHA-256 of all that was sent but the outcome';
COMMENT ON COLUMN monitoring.prediction.features IS 'canonical JSON, numbers as the text that was sent';

-- What a model said stays as it was sent; only its outcome may still come, once.
CREATE TRIGGER what_was_said_stays
    BEFORE UPDATE OF occurred_at, score, patient_key, content_hash, series, slice, batch, line, latency_ms,
        prediction_id, patient_ref, site, features, body ON monitoring.prediction
    FOR EACH ROW EXECUTE FUNCTION monitoring.refuse_change('a prediction stays as it was sent');
CREATE TRIGGER an_outcome_comes_once
    BEFORE UPDATE OF outcome, outcome_known_at, outcome_batch ON monitoring.prediction
    FOR EACH ROW WHEN (OLD.outcome IS NOT NULL)
    EXECUTE FUNCTION monitoring.refuse_change('an outcome that is known stays');
