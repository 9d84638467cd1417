-- Deliveries that are over are let go of after a time, with their attempts; what was to be told, the notice, stays. An
-- attempt is not rewritten as before, and goes only with a delivery that is over.
DROP TRIGGER rows_stay ON monitoring.delivery_attempt;
CREATE FUNCTION monitoring.refuse_attempt_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT FROM monitoring.delivery d WHERE d.id = OLD.delivery AND d.state <> 'WAITING') THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% on % is refused: an attempt stays as it was, and as long as its delivery', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER attempts_stay BEFORE UPDATE OR DELETE ON monitoring.delivery_attempt
    FOR EACH ROW EXECUTE FUNCTION monitoring.refuse_attempt_change();
ALTER TABLE monitoring.delivery_attempt ENABLE ALWAYS TRIGGER attempts_stay;
COMMENT ON TABLE monitoring.delivery_attempt IS 'what came of a try; never rewritten, let go of with its delivery';
CREATE INDEX delivery_over ON monitoring.delivery (next_at) WHERE state <> 'WAITING';
