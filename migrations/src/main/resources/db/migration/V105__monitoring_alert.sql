-- Alerts as they were raised, and all that happened to them since. How one stands follows from its events.
CREATE TABLE monitoring.alert (
    id        uuid PRIMARY KEY,
    model     text NOT NULL,
    version   integer NOT NULL,
    check_key text NOT NULL,
    kind      text NOT NULL,
    title     text NOT NULL,
    since     date,
    owner     uuid NOT NULL,
    deputy    uuid NOT NULL,
    action    text NOT NULL,
    raised_at timestamptz NOT NULL
);
CREATE INDEX alert_of_version ON monitoring.alert (model, version, raised_at DESC);
COMMENT ON TABLE monitoring.alert IS 'append-only: what was raised was raised';
SELECT registry.keep_rows('monitoring.alert');

CREATE TABLE monitoring.alert_event (
    id          uuid PRIMARY KEY,
    alert       uuid NOT NULL REFERENCES monitoring.alert,
    position    integer NOT NULL CHECK (position > 0),
    kind        text NOT NULL,
    happened_at timestamptz NOT NULL,
    by_id       text NOT NULL,
    by_name     text NOT NULL,
    text        text NOT NULL,
    severity    text CHECK (severity IN ('WARNING', 'ALERT')),
    UNIQUE (alert, position)
);
-- an alert is over once, for good
CREATE UNIQUE INDEX alert_resolved_once ON monitoring.alert_event (alert) WHERE kind = 'RESOLVED';
COMMENT ON TABLE monitoring.alert_event IS 'append-only: what happened to an alert';
SELECT registry.keep_rows('monitoring.alert_event');

-- What a run found. The last one of a version is what the overview reads.
CREATE TABLE monitoring.run (
    id          uuid PRIMARY KEY,
    model       text NOT NULL,
    version     integer NOT NULL,
    plan        uuid NOT NULL REFERENCES monitoring.plan,
    started_by  text NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    checks      text NOT NULL
);
CREATE INDEX run_of_version ON monitoring.run (model, version, started_at DESC);
COMMENT ON TABLE monitoring.run IS 'append-only: what a run found';
COMMENT ON COLUMN monitoring.run.checks IS 'canonical JSON';
SELECT registry.keep_rows('monitoring.run');
