package org.overread.registry.testing;

/**
 * Lets the database of a test record by itself what is decided, for tests of stores that keep rows without a service
 * above them: of rows that no deed tells of the database takes none.
 */
public final class TellingTriggers {
    private TellingTriggers() {}

    /** What the owner runs, once. */
    public static String sql() {
        return """
                CREATE FUNCTION registry.tell() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE
                    it jsonb := to_jsonb(NEW);
                BEGIN
                    INSERT INTO registry.audit_record (id, at, actor_id, actor_name, action, subject_type, subject_id, sentence,
                        details)
                    SELECT gen_random_uuid(), now(), hand, hand, verb, 'x', subject, 'told', (it || facts)::text FROM (VALUES
                        ('promotion', 'promotion.submitted', it ->> 'id', it ->> 'requester',
                            jsonb_build_object('policy', it ->> 'policy_digest', 'evidence', it ->> 'evidence_digest')),
                        ('promotion_signature', CASE it ->> 'meaning' WHEN 'REVIEW' THEN 'promotion.reviewed'
                                WHEN 'APPROVAL' THEN 'promotion.approved' ELSE 'promotion.rejected' END,
                            it ->> 'promotion', it ->> 'signer',
                            jsonb_build_object('signature', it ->> 'digest', 'subject', it ->> 'subject_digest',
                                'evidence', it ->> 'evidence_digest', 'policy', it ->> 'policy_digest')),
                        ('promotion_withdrawal', 'promotion.withdrawn', it ->> 'promotion', it ->> 'by_id', '{}'),
                        ('policy', 'policy.published', it ->> 'id', 'x', '{}'),
                        ('policy_decision', CASE WHEN (it ->> 'confirmed')::boolean THEN 'policy.confirmed'
                                ELSE 'policy.declined' END, it ->> 'policy', it ->> 'by_id', '{}'),
                        ('policy_retirement', 'policy.retired', it ->> 'policy', it ->> 'by_id', '{}'),
                        ('stage_entry', 'stage.entered', (it ->> 'model') || '/' || (it ->> 'version'), 'releases',
                            jsonb_build_object('by', it ->> 'entered_by'))
                    ) AS deed (kind, verb, subject, hand, facts) WHERE kind = TG_TABLE_NAME;
                    RETURN NULL;
                END $$;
                DO $$
                DECLARE decided text;
                BEGIN
                    FOREACH decided IN ARRAY ARRAY['promotion', 'promotion_signature', 'promotion_withdrawal', 'policy',
                        'policy_decision', 'policy_retirement', 'stage_entry'] LOOP
                        EXECUTE format('CREATE TRIGGER tells AFTER INSERT ON registry.%I FOR EACH ROW
                            EXECUTE FUNCTION registry.tell()', decided);
                        EXECUTE format('ALTER TABLE registry.%I ENABLE ALWAYS TRIGGER tells', decided);
                    END LOOP;
                END $$""";
    }
}
