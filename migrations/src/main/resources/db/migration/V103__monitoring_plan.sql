-- What is promised to be watched of a version. The revision with the highest number is in force.
CREATE TABLE monitoring.plan (
    id               uuid PRIMARY KEY,
    model            text NOT NULL,
    version          integer NOT NULL,
    number           integer NOT NULL CHECK (number > 0),
    content          text NOT NULL,
    declared_by      text NOT NULL,
    declared_by_name text NOT NULL,
    declared_at      timestamptz NOT NULL,
    UNIQUE (model, version, number)
);
COMMENT ON TABLE monitoring.plan IS 'append-only: a change is another revision';
COMMENT ON COLUMN monitoring.plan.content IS 'canonical JSON';
SELECT registry.keep_rows('monitoring.plan');
