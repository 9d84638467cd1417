-- A stage is entered by a decision only, here as well: whoever holds the application's role and writes a row past the
-- product is refused. Functions name every table with its schema and search nowhere else, so that no temporary table
-- takes a real one's place.

-- Steps taken until now ended whatever was live at the site; those from now on end what is live for the same audience.
ALTER TABLE registry.stage_entry ADD COLUMN live_rule text NOT NULL DEFAULT 'ONE_FOR_EACH_SITE'
    CHECK (live_rule IN ('ONE_FOR_EACH_SITE', 'ONE_FOR_EACH_AUDIENCE'));
ALTER TABLE registry.stage_entry ALTER COLUMN live_rule SET DEFAULT 'ONE_FOR_EACH_AUDIENCE';
COMMENT ON COLUMN registry.stage_entry.live_rule IS 'by which rule the row is read: what it ended at the site';

-- Rows from before are not checked by it: one that nobody decided is told by the audit check, and must not keep an
-- installation from starting.
ALTER TABLE registry.stage_entry ADD CONSTRAINT stage_entry_by_promotion
    FOREIGN KEY (promotion) REFERENCES registry.promotion NOT VALID;
ALTER TABLE registry.stage_entry ADD CONSTRAINT stage_entry_by_decision_or_stop
    CHECK (promotion IS NOT NULL OR stage IN ('SUSPENDED', 'RETIRED')) NOT VALID;

-- The chair's approval that counts: over what stands in the request, by somebody else than who asked, as the last of an
-- unbroken row of signatures, after the reviews that the pinned policy asks for, and after no rejection.
CREATE FUNCTION registry.approval_of(asked registry.promotion) RETURNS uuid LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
    SELECT approval.signer
    FROM registry.promotion_signature approval JOIN registry.policy pinned ON pinned.id = asked.policy
    WHERE approval.promotion = asked.id AND approval.meaning = 'APPROVAL' AND approval.role = 'CHAIR'
      AND approval.signer::text <> asked.requester
      AND pinned.digest = asked.policy_digest
      AND jsonb_array_length(pinned.content::jsonb -> 'reviews') > 0
      AND NOT EXISTS (
          SELECT FROM jsonb_array_elements(pinned.content::jsonb -> 'reviews') AS wanted
          WHERE (wanted ->> 'quorum')::int > (
              SELECT count(DISTINCT review.signer) FROM registry.promotion_signature review
              WHERE review.promotion = asked.id AND review.meaning = 'REVIEW' AND review.role = wanted ->> 'role'
                AND review.position < approval.position AND review.signer::text <> asked.requester))
      AND NOT EXISTS (
          SELECT FROM registry.promotion_signature other
          WHERE other.promotion = asked.id AND other.position < approval.position AND other.meaning <> 'REVIEW')
      AND NOT EXISTS (
          SELECT FROM registry.promotion_signature one
          WHERE one.promotion = asked.id AND one.position <= approval.position
            AND (one.subject_digest <> asked.digest OR one.evidence_digest <> asked.evidence_digest
                 OR one.policy_digest <> asked.policy_digest
                 OR one.previous IS DISTINCT FROM (
                     SELECT before.digest FROM registry.promotion_signature before
                     WHERE before.promotion = asked.id AND before.position = one.position - 1)))
$$;

-- Whether a decision, or a stop, stands behind the step.
CREATE FUNCTION registry.decided(step registry.stage_entry) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN step.promotion IS NULL THEN step.stage IN ('SUSPENDED', 'RETIRED') ELSE EXISTS (
        SELECT FROM registry.promotion asked
        WHERE asked.id = step.promotion AND asked.model = step.model AND asked.version = step.version
          AND asked.site = step.site AND asked.stage_to = step.stage
          AND registry.approval_of(asked)::text = step.entered_by) END
$$;

CREATE FUNCTION registry.refuse_undecided_step() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last_stage text;
BEGIN
    IF NEW.live_rule <> 'ONE_FOR_EACH_AUDIENCE' THEN
        RAISE EXCEPTION 'a step is taken by the rule of today' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.promotion IS NULL THEN
        SELECT e.stage INTO last_stage FROM registry.stage_entry e
        WHERE e.model = NEW.model AND e.version = NEW.version AND e.site = NEW.site AND e.seq <> NEW.seq
        ORDER BY e.seq DESC LIMIT 1;
        IF NEW.reason IS NULL OR NEW.stage NOT IN ('SUSPENDED', 'RETIRED')
           OR last_stage IS NULL OR last_stage NOT IN ('PILOT', 'GENERAL') THEN
            RAISE EXCEPTION 'without a promotion only a live version is stopped, with a reason: %/% to % at %',
                NEW.model, NEW.version, NEW.stage, NEW.site USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF NOT registry.decided(NEW)
          OR EXISTS (SELECT FROM registry.promotion_withdrawal w WHERE w.promotion = NEW.promotion)
          OR EXISTS (SELECT FROM registry.promotion_signature s
                     WHERE s.promotion = NEW.promotion AND s.meaning = 'REJECTION') THEN
        RAISE EXCEPTION 'no approved promotion brings %/% to % at %', NEW.model, NEW.version, NEW.stage, NEW.site
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER only_by_decision AFTER INSERT ON registry.stage_entry
    FOR EACH ROW EXECUTE FUNCTION registry.refuse_undecided_step();
ALTER TABLE registry.stage_entry ENABLE ALWAYS TRIGGER only_by_decision;

-- What is decided stays so: nobody signs behind a decision, or takes back what has come into effect.
CREATE FUNCTION registry.refuse_after_decision() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM registry.stage_entry e WHERE e.promotion = NEW.promotion)
       OR EXISTS (SELECT FROM registry.promotion_withdrawal w WHERE w.promotion = NEW.promotion)
       OR EXISTS (SELECT FROM registry.promotion_signature s WHERE s.promotion = NEW.promotion
                  AND (s.meaning = 'REJECTION' OR s.meaning = 'APPROVAL' AND TG_TABLE_NAME = 'promotion_signature')) THEN
        RAISE EXCEPTION 'promotion % is decided; nothing is added to it', NEW.promotion
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER nothing_after_decision BEFORE INSERT ON registry.promotion_signature
    FOR EACH ROW EXECUTE FUNCTION registry.refuse_after_decision();
CREATE TRIGGER nothing_after_decision BEFORE INSERT ON registry.promotion_withdrawal
    FOR EACH ROW EXECUTE FUNCTION registry.refuse_after_decision();
ALTER TABLE registry.promotion_signature ENABLE ALWAYS TRIGGER nothing_after_decision;
ALTER TABLE registry.promotion_withdrawal ENABLE ALWAYS TRIGGER nothing_after_decision;
