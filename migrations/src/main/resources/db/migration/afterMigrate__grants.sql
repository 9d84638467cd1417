-- The application reads and writes rows; it never alters the schema. Tables that must not change name themselves in
-- their comment with "append-only": there the application may read and add, and nothing else.
GRANT USAGE ON SCHEMA registry, monitoring, reports TO "${application}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA registry, monitoring, reports TO "${application}";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA registry, monitoring, reports TO "${application}";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA registry, monitoring, reports TO "${application}";
DO $$
DECLARE kept regclass;
BEGIN
    FOR kept IN
        SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('registry', 'monitoring', 'reports') AND c.relkind IN ('r', 'p')
          AND obj_description(c.oid, 'pg_class') LIKE '%append-only%'
    LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM %I', kept, '${application}');
    END LOOP;
END $$;
