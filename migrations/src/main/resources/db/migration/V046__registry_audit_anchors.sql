-- Anchors of the audit trail: what was signed, and what each place outside the database said when it was given one. The
-- installation's id stands in each, so that another database is told from this one.
CREATE TABLE registry.audit_installation (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    id        uuid NOT NULL DEFAULT gen_random_uuid(),
    since     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE registry.audit_installation IS 'append-only: one row, made with the database';
INSERT INTO registry.audit_installation DEFAULT VALUES;
SELECT registry.keep_rows('registry.audit_installation');

CREATE TABLE registry.audit_anchor (
    id        uuid PRIMARY KEY,
    content   text NOT NULL,
    key       text NOT NULL,
    signature text NOT NULL
);
COMMENT ON TABLE registry.audit_anchor IS 'append-only: the signed end of the trail, newest id last';
SELECT registry.keep_rows('registry.audit_anchor');

CREATE TABLE registry.audit_receipt (
    id     uuid PRIMARY KEY,
    anchor uuid NOT NULL REFERENCES registry.audit_anchor,
    place  text NOT NULL,
    at     timestamptz NOT NULL,
    kept   boolean NOT NULL,
    words  text NOT NULL
);
COMMENT ON TABLE registry.audit_receipt IS 'append-only: what a place said when it was given an anchor';
SELECT registry.keep_rows('registry.audit_receipt');
CREATE INDEX audit_receipt_anchor ON registry.audit_receipt (anchor);

-- What came of checking the trail.
CREATE TABLE registry.audit_check (
    id        uuid PRIMARY KEY,
    at        timestamptz NOT NULL,
    whole     boolean NOT NULL,
    entries   bigint NOT NULL,
    head      text,
    anchors   integer NOT NULL,
    lost      integer NOT NULL,
    kind      text,
    first_bad bigint,
    reason    text,
    intact    bigint
);
COMMENT ON TABLE registry.audit_check IS 'append-only: what came of each check of the trail, newest id last';
COMMENT ON COLUMN registry.audit_check.kind IS 'in which way the trail is not what it was; null when it is';
SELECT registry.keep_rows('registry.audit_check');
