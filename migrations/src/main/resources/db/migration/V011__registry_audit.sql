CREATE TABLE registry.audit_entry (
    seq          bigint PRIMARY KEY,
    at           timestamptz NOT NULL,
    actor_id     text NOT NULL,
    actor_name   text NOT NULL,
    action       text NOT NULL,
    subject_type text NOT NULL,
    subject_id   text NOT NULL,
    model        text,
    sentence     text NOT NULL,
    details      text NOT NULL,
    previous     text NOT NULL,
    hash         text NOT NULL
);
COMMENT ON TABLE registry.audit_entry IS 'append-only: each entry carries the hash of the one before';
COMMENT ON COLUMN registry.audit_entry.details IS 'a JSON object of texts, keys in order';
SELECT registry.keep_rows('registry.audit_entry');
CREATE INDEX audit_entry_model ON registry.audit_entry (model, seq);
CREATE INDEX audit_entry_actor ON registry.audit_entry (actor_id, seq);
CREATE INDEX audit_entry_action ON registry.audit_entry (action text_pattern_ops, seq);
CREATE INDEX audit_entry_at ON registry.audit_entry (at);

-- Where the chain ends. It is moved in the transaction that appends, so that a tail cut off later is missed; the lock
-- on its one row is what puts appends in order.
CREATE TABLE registry.audit_head (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    seq       bigint NOT NULL,
    hash      text NOT NULL
);
INSERT INTO registry.audit_head (seq, hash) VALUES (0, repeat('0', 64));

CREATE FUNCTION registry.advance_audit_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq <> OLD.seq + 1 THEN
        RAISE EXCEPTION 'the head of the audit trail only moves to the next entry'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER head_advances BEFORE UPDATE ON registry.audit_head
    FOR EACH ROW EXECUTE FUNCTION registry.advance_audit_head();
CREATE TRIGGER head_stays BEFORE DELETE ON registry.audit_head
    FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER head_table_stays BEFORE TRUNCATE ON registry.audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
ALTER TABLE registry.audit_head ENABLE ALWAYS TRIGGER head_advances;
ALTER TABLE registry.audit_head ENABLE ALWAYS TRIGGER head_stays;
ALTER TABLE registry.audit_head ENABLE ALWAYS TRIGGER head_table_stays;
