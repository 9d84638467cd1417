-- What is added to a policy after it was written: the word of a second person where it is laxer, and its retirement.
CREATE TABLE registry.policy_decision (
    policy     uuid PRIMARY KEY REFERENCES registry.policy,
    confirmed  boolean NOT NULL,
    by_id      text NOT NULL,
    by_name    text NOT NULL,
    reason     text NOT NULL,
    decided_at timestamptz NOT NULL,
    CHECK (confirmed OR reason <> '')
);
COMMENT ON TABLE registry.policy_decision IS
    'append-only: what a second person said of a policy that is laxer than the one before';
SELECT registry.keep_rows('registry.policy_decision');

CREATE TABLE registry.policy_retirement (
    policy     uuid PRIMARY KEY REFERENCES registry.policy,
    by_id      text NOT NULL,
    by_name    text NOT NULL,
    reason     text NOT NULL CHECK (reason <> ''),
    retired_at timestamptz NOT NULL
);
COMMENT ON TABLE registry.policy_retirement IS 'append-only: policies whose stages are closed';
SELECT registry.keep_rows('registry.policy_retirement');
