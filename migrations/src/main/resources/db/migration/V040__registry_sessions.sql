-- A session that began under an older generation ends at its next request. The generation grows when the person's roles,
-- password or access change.
ALTER TABLE registry.person
    ADD COLUMN session_generation integer NOT NULL DEFAULT 0,
    ADD COLUMN sessions_ended_at  timestamptz,
    ADD COLUMN sessions_ended_by  text CHECK (sessions_ended_by IN ('DEACTIVATED', 'ACTIVATED', 'PASSWORD', 'ROLES')),
    ADD CHECK ((sessions_ended_at IS NULL) = (sessions_ended_by IS NULL));
COMMENT ON COLUMN registry.person.session_generation IS 'the generation in which a session begins now';
COMMENT ON COLUMN registry.person.sessions_ended_at IS 'when the sessions of the generation before ended; null when none has';
