-- An entry of the trail is now two rows. A record holds the deed and is written in the transaction of the deed, beside
-- others and waiting for none. A seal gives it its place in the chain, a moment later, one sealer at a time: whoever
-- holds the lock on the row of the head. Entries that were there keep their numbers and hashes.
ALTER TABLE registry.audit_entry RENAME TO audit_record;
ALTER TABLE registry.audit_record ADD COLUMN id uuid NOT NULL DEFAULT uuidv7();
ALTER TABLE registry.audit_record ALTER COLUMN id DROP DEFAULT;

CREATE TABLE registry.audit_seal (
    seq      bigint PRIMARY KEY,
    record   uuid NOT NULL,
    previous text NOT NULL,
    hash     text NOT NULL
);
INSERT INTO registry.audit_seal SELECT seq, id, previous, hash FROM registry.audit_record ORDER BY seq;
CREATE UNIQUE INDEX audit_seal_record ON registry.audit_seal (record);
COMMENT ON TABLE registry.audit_seal IS 'append-only: each record''s place in the chain, with the hash of the one before';
SELECT registry.keep_rows('registry.audit_seal');

ALTER TABLE registry.audit_record DROP COLUMN seq, DROP COLUMN previous, DROP COLUMN hash;
ALTER TABLE registry.audit_record ADD CONSTRAINT audit_record_pkey PRIMARY KEY (id);
COMMENT ON TABLE registry.audit_record IS 'append-only: what was done, by whom and when';
DROP INDEX IF EXISTS registry.audit_entry_model, registry.audit_entry_actor, registry.audit_entry_action,
    registry.audit_entry_at;
CREATE INDEX audit_record_model ON registry.audit_record (model, at);
CREATE INDEX audit_record_actor ON registry.audit_record (actor_id, at);
CREATE INDEX audit_record_action ON registry.audit_record (action text_pattern_ops, at);
-- nearly in the order in which rows lie, so a small index serves
CREATE INDEX audit_record_at ON registry.audit_record USING brin (at);

CREATE VIEW registry.audit_entry AS
SELECT s.seq, r.at, r.actor_id, r.actor_name, r.action, r.subject_type, r.subject_id, r.model, r.sentence, r.details,
       s.previous, s.hash, r.id AS record
FROM registry.audit_seal s JOIN registry.audit_record r ON r.id = s.record;

-- What was recorded and has no seal yet. The numbers put deeds in order over all servers: what a deed could know of
-- comes before it. They have gaps where a transaction was taken back.
CREATE TABLE registry.audit_pending (
    nr     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record uuid NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

CREATE FUNCTION registry.await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry.audit_pending (record) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER record_awaits_seal AFTER INSERT ON registry.audit_record
    FOR EACH ROW EXECUTE FUNCTION registry.await_seal();
ALTER TABLE registry.audit_record ENABLE ALWAYS TRIGGER record_awaits_seal;

CREATE FUNCTION registry.keep_until_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM registry.audit_seal s WHERE s.record = OLD.record) THEN
        RAISE EXCEPTION 'a record of the audit trail waits until it is sealed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER waits_until_sealed BEFORE DELETE ON registry.audit_pending
    FOR EACH ROW EXECUTE FUNCTION registry.keep_until_sealed();
CREATE TRIGGER rows_stay BEFORE UPDATE ON registry.audit_pending
    FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER table_stays BEFORE TRUNCATE ON registry.audit_pending
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
ALTER TABLE registry.audit_pending ENABLE ALWAYS TRIGGER waits_until_sealed;
ALTER TABLE registry.audit_pending ENABLE ALWAYS TRIGGER rows_stay;
ALTER TABLE registry.audit_pending ENABLE ALWAYS TRIGGER table_stays;

-- The head moves over a whole batch, forwards, and only to a seal that is there.
CREATE OR REPLACE FUNCTION registry.advance_audit_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq <= OLD.seq
        OR NOT EXISTS (SELECT FROM registry.audit_seal s WHERE s.seq = NEW.seq AND s.hash = NEW.hash) THEN
        RAISE EXCEPTION 'the head of the audit trail only moves to the next entry'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
