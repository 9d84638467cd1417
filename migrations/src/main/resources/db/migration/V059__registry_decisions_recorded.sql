-- What V056 asks of a stop is asked of every decision: the transaction that writes a request, a signature, a withdrawal, a
-- policy, a word on a policy or a step must write the entry of the audit trail that tells of it, by the same hand and with
-- the same digests. Looked at when the transaction commits, since the row comes first. Rows from before stay as they are.
-- See registry/docs/decisions/059-a-decision-and-its-record.md.
CREATE FUNCTION registry.told_now(verbs text[], subject text, hand text, facts jsonb) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM registry.audit_record told
        WHERE told.action = ANY (verbs) AND told.subject_id = subject
          AND (hand IS NULL OR told.actor_id = hand)
          AND told.details::jsonb @> facts
          AND told.xmin = pg_current_xact_id()::xid)
$$;
COMMENT ON FUNCTION registry.told_now IS 'whether this transaction has recorded such a deed; by anybody where no hand is named';

CREATE FUNCTION registry.refuse_unrecorded_decision() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    told boolean;
BEGIN
    IF TG_TABLE_NAME = 'promotion' THEN
        told := registry.told_now(ARRAY['promotion.submitted'], NEW.id::text, NEW.requester, jsonb_build_object(
            'digest', NEW.digest, 'policy', NEW.policy_digest, 'evidence', NEW.evidence_digest));
    ELSIF TG_TABLE_NAME = 'promotion_signature' THEN
        told := registry.told_now(
            ARRAY[CASE NEW.meaning WHEN 'REVIEW' THEN 'promotion.reviewed' WHEN 'APPROVAL' THEN 'promotion.approved'
                  WHEN 'REJECTION' THEN 'promotion.rejected' END],
            NEW.promotion::text, NEW.signer::text, jsonb_build_object(
                'signature', NEW.digest, 'subject', NEW.subject_digest, 'evidence', NEW.evidence_digest,
                'policy', NEW.policy_digest));
    ELSIF TG_TABLE_NAME = 'promotion_withdrawal' THEN
        told := registry.told_now(ARRAY['promotion.withdrawn'], NEW.promotion::text, NEW.by_id, '{}');
    ELSIF TG_TABLE_NAME = 'policy' THEN
        told := registry.told_now(ARRAY['policy.published', 'policy.proposed'], NEW.id::text, NULL,
            jsonb_build_object('digest', NEW.digest));
    ELSIF TG_TABLE_NAME = 'policy_decision' THEN
        told := registry.told_now(
            ARRAY[CASE WHEN NEW.confirmed THEN 'policy.confirmed' ELSE 'policy.declined' END],
            NEW.policy::text, NEW.by_id, '{}');
    ELSIF TG_TABLE_NAME = 'policy_retirement' THEN
        told := registry.told_now(ARRAY['policy.retired'], NEW.policy::text, NEW.by_id, '{}');
    ELSIF TG_TABLE_NAME = 'stage_entry' THEN
        told := registry.told_now(ARRAY['stage.entered'], NEW.model || '/' || NEW.version, NULL, jsonb_build_object(
            'site', NEW.site, 'stage', NEW.stage, 'by', NEW.entered_by, 'promotion', NEW.promotion));
    END IF;
    IF told IS NOT TRUE THEN
        RAISE EXCEPTION 'what is decided is recorded in the audit trail by whoever decides it: a row of registry.%',
            TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;

DO $$
DECLARE decided text;
BEGIN
    FOREACH decided IN ARRAY ARRAY['promotion', 'promotion_signature', 'promotion_withdrawal', 'policy', 'policy_decision',
        'policy_retirement'] LOOP
        EXECUTE format('CREATE CONSTRAINT TRIGGER only_on_record AFTER INSERT ON registry.%I
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.refuse_unrecorded_decision()', decided);
        EXECUTE format('ALTER TABLE registry.%I ENABLE ALWAYS TRIGGER only_on_record', decided);
    END LOOP;
END $$;
CREATE CONSTRAINT TRIGGER step_on_record AFTER INSERT ON registry.stage_entry
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.promotion IS NOT NULL) EXECUTE FUNCTION registry.refuse_unrecorded_decision();
ALTER TABLE registry.stage_entry ENABLE ALWAYS TRIGGER step_on_record;
