-- What clinicians were shown and what they say of it. Feedback names its card without a foreign key: it may come first,
-- and waits then until its card is known.

CREATE TABLE monitoring.card (
    id            uuid PRIMARY KEY,
    model         text NOT NULL,
    version       integer NOT NULL,
    prediction_id text NOT NULL,
    site          text,
    department    text,
    shown_to      uuid,
    shown_at      timestamptz NOT NULL,
    indicator     text NOT NULL CHECK (indicator IN ('INFO', 'WARNING', 'CRITICAL')),
    registered_by text NOT NULL,
    registered_at timestamptz NOT NULL
);
CREATE INDEX card_of_person ON monitoring.card (shown_to, shown_at DESC) WHERE shown_to IS NOT NULL;
CREATE INDEX card_of_everybody ON monitoring.card (shown_at DESC) WHERE shown_to IS NULL;
CREATE INDEX card_of_version ON monitoring.card (model, version);
COMMENT ON TABLE monitoring.card IS 'append-only: what was shown was shown';
SELECT registry.keep_rows('monitoring.card');

CREATE TABLE monitoring.feedback (
    id             uuid PRIMARY KEY,
    card           uuid NOT NULL,
    person         uuid,
    sent_by        text NOT NULL,
    role           text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('ACCEPTED', 'OVERRIDDEN', 'SAFETY_CONCERN')),
    reason         text,
    action_instead text,
    comment        text,
    confirmed      boolean NOT NULL,
    decided_at     timestamptz NOT NULL,
    received_at    timestamptz NOT NULL,
    CHECK ((kind = 'OVERRIDDEN') = (reason IS NOT NULL))
);
CREATE INDEX feedback_on_card ON monitoring.feedback (card);
CREATE INDEX feedback_of_person ON monitoring.feedback (person, decided_at DESC);
COMMENT ON TABLE monitoring.feedback IS 'append-only: who thinks better of it withdraws it or gives another';
SELECT registry.keep_rows('monitoring.feedback');

CREATE TABLE monitoring.feedback_withdrawal (
    feedback     uuid PRIMARY KEY REFERENCES monitoring.feedback,
    withdrawn_by text NOT NULL,
    withdrawn_at timestamptz NOT NULL
);
COMMENT ON TABLE monitoring.feedback_withdrawal IS 'append-only: the feedback itself stays';
SELECT registry.keep_rows('monitoring.feedback_withdrawal');

CREATE TABLE monitoring.feedback_reply (
    id              uuid PRIMARY KEY,
    feedback        uuid NOT NULL REFERENCES monitoring.feedback,
    sentence        text NOT NULL,
    replied_by      text NOT NULL,
    replied_by_name text NOT NULL,
    replied_at      timestamptz NOT NULL
);
CREATE INDEX reply_to_feedback ON monitoring.feedback_reply (feedback);
COMMENT ON TABLE monitoring.feedback_reply IS 'append-only: what the clinician was told';
SELECT registry.keep_rows('monitoring.feedback_reply');

-- Which feedback a piece of evidence rests on, under the digest that the evidence carries.
CREATE TABLE monitoring.citation (
    digest   text PRIMARY KEY,
    model    text NOT NULL,
    version  integer NOT NULL,
    cited_at timestamptz NOT NULL,
    feedback uuid[] NOT NULL
);
COMMENT ON TABLE monitoring.citation IS 'append-only: signed evidence rests on it';
SELECT registry.keep_rows('monitoring.citation');
