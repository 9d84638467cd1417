-- Signatures from now on speak of what had changed since submission; those of form 1 do not, and stay as they are.
ALTER TABLE registry.promotion_signature ADD COLUMN since text;
COMMENT ON COLUMN registry.promotion_signature.since IS
    'what had changed since submission as the signer had seen it, a sentence a line; null in form 1';
