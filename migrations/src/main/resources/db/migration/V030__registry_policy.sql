CREATE TABLE registry.policy (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    number       integer NOT NULL CHECK (number > 0),
    model        text,
    content      text NOT NULL,
    digest       text NOT NULL,
    published_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (name, model, number)
);
COMMENT ON TABLE registry.policy IS 'append-only: a published policy never changes, a new number follows it';
COMMENT ON COLUMN registry.policy.content IS 'canonical JSON; what the digest is taken over and what counts';
SELECT registry.keep_rows('registry.policy');
