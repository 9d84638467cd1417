-- Guards a table whose rows must stay as they are, against the owner of the schema as well. Use it as
--   SELECT registry.keep_rows('registry.some_table');
-- and let the table's comment begin with "append-only", so that the application's role gets no right to change it.
CREATE FUNCTION registry.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on %.% is refused: its rows are kept as they were written',
        TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION registry.keep_rows(kept regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER rows_stay BEFORE UPDATE OR DELETE ON %s
                    FOR EACH ROW EXECUTE FUNCTION registry.refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER table_stays BEFORE TRUNCATE ON %s
                    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change()', kept);
    -- also for a session that plays back replicated changes, which skips ordinary triggers
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER rows_stay', kept);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER table_stays', kept);
END $$;
