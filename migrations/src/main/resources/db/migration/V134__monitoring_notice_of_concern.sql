-- What a clinician calls harmful or wrong is told outside under a name of its own.
ALTER TABLE monitoring.notice
    DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check
        CHECK (kind IN ('RAISED', 'CONCERN', 'WORSENED', 'DUE', 'ESCALATED', 'RESOLVED', 'TEST'));

-- open alerts are followed by what they are about
CREATE INDEX alert_of_check ON monitoring.alert (model, version, check_key);
