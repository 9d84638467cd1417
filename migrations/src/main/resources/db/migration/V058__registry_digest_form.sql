-- What is no digest cannot be read back as one: a row that held such a thing would keep everybody from the list it is in,
-- and from the check that should name it.
ALTER TABLE registry.promotion
    ADD CHECK (version_digest ~ '^[0-9a-f]{64}$') NOT VALID,
    ADD CHECK (policy_digest ~ '^[0-9a-f]{64}$') NOT VALID,
    ADD CHECK (evidence_digest ~ '^[0-9a-f]{64}$') NOT VALID,
    ADD CHECK (digest ~ '^[0-9a-f]{64}$') NOT VALID;
ALTER TABLE registry.promotion_signature
    ADD CHECK (subject_digest ~ '^[0-9a-f]{64}$') NOT VALID,
    ADD CHECK (evidence_digest ~ '^[0-9a-f]{64}$') NOT VALID,
    ADD CHECK (policy_digest ~ '^[0-9a-f]{64}$') NOT VALID,
    ADD CHECK (previous ~ '^[0-9a-f]{64}$') NOT VALID,
    ADD CHECK (digest ~ '^[0-9a-f]{64}$') NOT VALID;
