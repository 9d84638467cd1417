CREATE TABLE registry.promotion (
    id              uuid PRIMARY KEY,
    model           text NOT NULL,
    version         integer NOT NULL,
    version_digest  text NOT NULL,
    stage_from      text NOT NULL,
    stage_to        text NOT NULL,
    site            text NOT NULL,
    requester       text NOT NULL,
    requester_name  text NOT NULL,
    rationale       text,
    submitted_at    timestamptz NOT NULL,
    policy          uuid NOT NULL REFERENCES registry.policy,
    policy_digest   text NOT NULL,
    evidence        text NOT NULL,
    evidence_digest text NOT NULL,
    digest          text NOT NULL
);
COMMENT ON TABLE registry.promotion IS
    'append-only: what was asked for, under which policy and on which evidence; the state follows from what is added';
COMMENT ON COLUMN registry.promotion.evidence IS 'canonical JSON; what evidence_digest is taken over';
COMMENT ON COLUMN registry.promotion.digest IS 'over the statement of the submission; what signatures cover';
SELECT registry.keep_rows('registry.promotion');
CREATE INDEX promotion_model ON registry.promotion (model, version, submitted_at DESC);
CREATE INDEX promotion_submitted ON registry.promotion (submitted_at DESC);

-- The three unique constraints say what the rules say: nobody signs twice, and the chain of signatures never forks.
CREATE TABLE registry.promotion_signature (
    id              uuid PRIMARY KEY,
    promotion       uuid NOT NULL REFERENCES registry.promotion,
    position        integer NOT NULL CHECK (position > 0),
    signer          uuid NOT NULL,
    printed_name    text NOT NULL,
    role            text NOT NULL,
    meaning         text NOT NULL,
    comment         text NOT NULL,
    signed_at       timestamptz NOT NULL,
    zone            text NOT NULL,
    subject_digest  text NOT NULL,
    evidence_digest text NOT NULL,
    policy_digest   text NOT NULL,
    previous        text,
    digest          text NOT NULL,
    UNIQUE (promotion, position),
    UNIQUE (promotion, signer),
    UNIQUE NULLS NOT DISTINCT (promotion, previous)
);
COMMENT ON TABLE registry.promotion_signature IS 'append-only: who declared what, over which content';
SELECT registry.keep_rows('registry.promotion_signature');
CREATE INDEX promotion_signature_meaning ON registry.promotion_signature (meaning, promotion);

CREATE TABLE registry.promotion_withdrawal (
    promotion    uuid PRIMARY KEY REFERENCES registry.promotion,
    by_id        text NOT NULL,
    by_name      text NOT NULL,
    withdrawn_at timestamptz NOT NULL
);
COMMENT ON TABLE registry.promotion_withdrawal IS 'append-only: requests their requester has taken back';
SELECT registry.keep_rows('registry.promotion_withdrawal');
