-- Runs that somebody has started, while they are under way and after; and runs by the clock that failed. What a run found
-- is in monitoring.run.
CREATE TABLE monitoring.run_attempt (
    id              uuid PRIMARY KEY,
    model           text NOT NULL,
    version         integer NOT NULL,
    started_by      text NOT NULL,
    started_by_name text NOT NULL,
    started_at      timestamptz NOT NULL,
    done            integer NOT NULL CHECK (done >= 0),
    sources         integer NOT NULL CHECK (sources >= done),
    touched_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    run             uuid,
    failure         text,
    CHECK ((ended_at IS NULL) = (run IS NULL AND failure IS NULL)),
    CHECK (run IS NULL OR failure IS NULL)
);
CREATE INDEX run_attempt_of_version ON monitoring.run_attempt (model, version, started_at DESC);
COMMENT ON COLUMN monitoring.run_attempt.touched_at IS 'when its server was last heard of: one that is silent for long was stopped';
