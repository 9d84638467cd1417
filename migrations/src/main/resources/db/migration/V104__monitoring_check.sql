-- Regular reviews that were done, and checks that somebody has paused.
CREATE TABLE monitoring.periodic_review (
    id               uuid PRIMARY KEY,
    model            text NOT NULL,
    version          integer NOT NULL,
    note             text NOT NULL,
    reviewed_by      text NOT NULL,
    reviewed_by_name text NOT NULL,
    reviewed_at      timestamptz NOT NULL
);
CREATE INDEX periodic_review_of_version ON monitoring.periodic_review (model, version, reviewed_at DESC);
COMMENT ON TABLE monitoring.periodic_review IS 'append-only: that a review was done';
SELECT registry.keep_rows('monitoring.periodic_review');

CREATE TABLE monitoring.check_pause (
    id             uuid PRIMARY KEY,
    model          text NOT NULL,
    version        integer NOT NULL,
    check_key      text NOT NULL,
    reason         text NOT NULL,
    paused_by      text NOT NULL,
    paused_by_name text NOT NULL,
    paused_at      timestamptz NOT NULL,
    paused_until   timestamptz NOT NULL
);
CREATE INDEX check_pause_of_version ON monitoring.check_pause (model, version, paused_at);
COMMENT ON TABLE monitoring.check_pause IS 'append-only: the last row of a check counts; going on is a pause that ends at once';
SELECT registry.keep_rows('monitoring.check_pause');
