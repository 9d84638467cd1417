-- What a check of the trail found beside the chain: decisions on record that the trail does not tell of, or tells otherwise.
ALTER TABLE registry.audit_check ADD COLUMN records text;
COMMENT ON COLUMN registry.audit_check.records IS 'a JSON list of what does not agree with the trail; null when all does, and in checks from before it was looked at';
