-- What is told outside the product of alerts: by mail to those who must answer, and to systems that have asked for it.

CREATE TABLE monitoring.notice_address (
    person  uuid PRIMARY KEY,
    address text NOT NULL,
    set_by  text NOT NULL,
    set_at  timestamptz NOT NULL
);

CREATE TABLE monitoring.webhook (
    id              uuid PRIMARY KEY,
    name            text NOT NULL,
    address         text NOT NULL,
    secret          bytea NOT NULL,
    previous_secret bytea,
    previous_until  timestamptz,
    added_by        text NOT NULL,
    added_by_name   text NOT NULL,
    added_at        timestamptz NOT NULL,
    paused_at       timestamptz,
    removed_at      timestamptz,
    CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
);
COMMENT ON COLUMN monitoring.webhook.secret IS 'encrypted with the key of the installation, which is not in the database';

-- Written in the transaction of what it tells.
CREATE TABLE monitoring.notice (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL CHECK (kind IN ('RAISED', 'WORSENED', 'DUE', 'ESCALATED', 'RESOLVED', 'TEST')),
    happened_at timestamptz NOT NULL,
    alert       uuid REFERENCES monitoring.alert,
    model       text,
    version     integer,
    severity    text CHECK (severity IN ('WARNING', 'ALERT')),
    due         timestamptz,
    CHECK ((kind = 'TEST') = (alert IS NULL)),
    CHECK (num_nulls(alert, model, version, severity, due) IN (0, 5))
);
-- one reminder for each date
CREATE UNIQUE INDEX notice_of_date ON monitoring.notice (alert, due) WHERE kind = 'DUE';
COMMENT ON TABLE monitoring.notice IS 'append-only: what was to be told';
SELECT registry.keep_rows('monitoring.notice');

-- One notice on its way to one receiver.
CREATE TABLE monitoring.delivery (
    id          uuid PRIMARY KEY,
    notice      uuid NOT NULL REFERENCES monitoring.notice,
    destination text NOT NULL,
    state       text NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'GIVEN_UP', 'DROPPED')),
    tries       integer NOT NULL CHECK (tries >= 0),
    created_at  timestamptz NOT NULL,
    next_at     timestamptz NOT NULL,
    UNIQUE (notice, destination)
);
CREATE INDEX delivery_waiting ON monitoring.delivery (destination, next_at) WHERE state = 'WAITING';
CREATE INDEX delivery_given_up ON monitoring.delivery (created_at) WHERE state = 'GIVEN_UP';
CREATE INDEX delivery_of_destination ON monitoring.delivery (destination, created_at DESC);
CREATE INDEX delivery_in_time ON monitoring.delivery (created_at DESC);
COMMENT ON COLUMN monitoring.delivery.destination IS 'person:<id> or webhook:<id>';
COMMENT ON COLUMN monitoring.delivery.tries IS 'since it was last put on its way';

CREATE TABLE monitoring.delivery_attempt (
    delivery  uuid NOT NULL REFERENCES monitoring.delivery,
    number    integer NOT NULL CHECK (number > 0),
    tried_at  timestamptz NOT NULL,
    delivered boolean NOT NULL,
    answer    text NOT NULL,
    PRIMARY KEY (delivery, number)
);
COMMENT ON TABLE monitoring.delivery_attempt IS 'append-only: what came of a try';
SELECT registry.keep_rows('monitoring.delivery_attempt');
