-- How it stands with those who are told: whose turn it is to send there, and which address was given up. Nothing is sent
-- within a transaction; a turn that was taken ends by itself, should its server die.
CREATE TABLE monitoring.receiver (
    destination    text PRIMARY KEY,
    turn_until     timestamptz,
    doubtful_since timestamptz,
    given_up_at    timestamptz,
    reason         text,
    CHECK (given_up_at IS NULL OR reason IS NOT NULL)
);
CREATE INDEX receiver_given_up ON monitoring.receiver (given_up_at) WHERE given_up_at IS NOT NULL;
COMMENT ON COLUMN monitoring.receiver.destination IS 'person:<id> or webhook:<id>, as in monitoring.delivery';
COMMENT ON COLUMN monitoring.receiver.turn_until IS 'until when one server alone sends there; null or past when nobody does';
COMMENT ON COLUMN monitoring.receiver.doubtful_since IS 'since when every answer has looked as if the address were wrong';
