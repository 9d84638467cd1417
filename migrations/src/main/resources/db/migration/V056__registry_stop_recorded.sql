-- A stop goes on record where it is done: the transaction that writes a step without a promotion must write the entry of
-- the audit trail that tells of it, by the same hand. Looked at when the transaction commits, since the step comes first.
-- Steps from before stay as they are.
CREATE FUNCTION registry.refuse_unrecorded_stop() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM registry.audit_record told
        WHERE told.action = 'stage.suspended' AND told.model = NEW.model
          AND told.subject_id = NEW.model || '/' || NEW.version
          AND told.actor_id = NEW.entered_by
          AND told.details::jsonb ->> 'site' = NEW.site
          AND told.details::jsonb ? 'entry'
          AND told.xmin = pg_current_xact_id()::xid) THEN
        RAISE EXCEPTION 'a stop is recorded in the audit trail by whoever makes it: %/% at %',
            NEW.model, NEW.version, NEW.site USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER only_on_record AFTER INSERT ON registry.stage_entry
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.promotion IS NULL) EXECUTE FUNCTION registry.refuse_unrecorded_stop();
ALTER TABLE registry.stage_entry ENABLE ALWAYS TRIGGER only_on_record;
