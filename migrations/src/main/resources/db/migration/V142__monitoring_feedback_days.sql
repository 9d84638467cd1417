-- What became of outputs, in counts that add up: what is asked of a million cards need not read them again.

-- A card whose day the counts may not tell as it is: it was registered, or something was said of it or taken back. The
-- mark is written with what it marks, by the database itself; whoever counts the day anew takes it away. That nothing
-- is unique here is on purpose: two who write of one card at a time must not wait for each other.
CREATE TABLE monitoring.changed_card (card uuid NOT NULL);

CREATE FUNCTION monitoring.mark_cards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'card' THEN
        INSERT INTO monitoring.changed_card
        SELECT DISTINCT ON (model, version, (shown_at AT TIME ZONE 'UTC')::date) id FROM added;
    ELSIF TG_TABLE_NAME = 'feedback' THEN
        INSERT INTO monitoring.changed_card SELECT DISTINCT card FROM added;
    ELSE
        INSERT INTO monitoring.changed_card
        SELECT DISTINCT f.card FROM added JOIN monitoring.feedback f ON f.id = added.feedback;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER days_change AFTER INSERT ON monitoring.card
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION monitoring.mark_cards();
CREATE TRIGGER days_change AFTER INSERT ON monitoring.feedback
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION monitoring.mark_cards();
CREATE TRIGGER days_change AFTER INSERT ON monitoring.feedback_withdrawal
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION monitoring.mark_cards();

-- The outputs of a version that were shown on one UTC day at one site; the empty site holds those that named none. Each
-- counts once, by the last decision on it; those that are not accepted, overridden or concerns were not answered.
CREATE TABLE monitoring.feedback_day (
    model      text NOT NULL,
    version    integer NOT NULL,
    day        date NOT NULL,
    site       text NOT NULL,
    shown      bigint NOT NULL CHECK (shown > 0),
    accepted   bigint NOT NULL,
    overridden bigint NOT NULL,
    concerns   bigint NOT NULL,
    late       bigint NOT NULL,
    reasons    text[] NOT NULL,
    by_reason  bigint[] NOT NULL,
    pieces     bigint NOT NULL,
    digest     text NOT NULL,
    PRIMARY KEY (model, version, day, site),
    CHECK (accepted >= 0 AND overridden >= 0 AND concerns >= 0 AND accepted + overridden + concerns <= shown)
);
COMMENT ON COLUMN monitoring.feedback_day.pieces IS 'of feedback that stands on these outputs';
COMMENT ON COLUMN monitoring.feedback_day.digest IS 'SHA-256 over the ids of that feedback, one a line, in ascending order';

-- The same by hour, as far as charts ask for it: their weeks begin at any moment.
CREATE TABLE monitoring.feedback_hour (
    model       text NOT NULL,
    version     integer NOT NULL,
    hour        timestamptz NOT NULL,
    site        text NOT NULL,
    first_shown timestamptz NOT NULL,
    shown       bigint NOT NULL,
    accepted    bigint NOT NULL,
    overridden  bigint NOT NULL,
    PRIMARY KEY (model, version, hour, site)
);

DROP INDEX monitoring.card_of_version;
CREATE INDEX card_of_version ON monitoring.card (model, version, shown_at);

INSERT INTO monitoring.changed_card
SELECT DISTINCT ON (model, version, (shown_at AT TIME ZONE 'UTC')::date) id FROM monitoring.card;

-- Evidence names the feedback it rests on by day and site, so that one more request keeps only the days that changed.
CREATE TABLE monitoring.cited_day (
    digest   text PRIMARY KEY,
    day      date NOT NULL,
    site     text NOT NULL,
    feedback uuid[] NOT NULL
);
COMMENT ON TABLE monitoring.cited_day IS 'append-only: signed evidence rests on it';
SELECT registry.keep_rows('monitoring.cited_day');
ALTER TABLE monitoring.citation ADD COLUMN days text[];
ALTER TABLE monitoring.citation ALTER COLUMN feedback DROP NOT NULL, ADD CHECK ((feedback IS NULL) <> (days IS NULL));
COMMENT ON COLUMN monitoring.citation.days IS 'the digests of cited days; null in evidence from before there were any';

-- from a prediction to what was said of it
CREATE INDEX card_of_prediction ON monitoring.card (prediction_id);
