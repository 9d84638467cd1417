-- Whether what is sent is whole and as declared: counted beside the receipts, never refused.

-- That the values of a batch were held against a declaration.
CREATE TABLE monitoring.batch_check (
    batch    integer PRIMARY KEY REFERENCES monitoring.batch,
    declared integer NOT NULL CHECK (declared > 0),
    lines    bigint NOT NULL CHECK (lines >= 0)
);
CREATE TABLE monitoring.integrity_finding (
    batch         integer NOT NULL REFERENCES monitoring.batch,
    feature       text NOT NULL,
    kind          text NOT NULL CHECK (kind IN
        ('UNKNOWN_CATEGORY', 'OUT_OF_RANGE', 'NOT_A_NUMBER', 'ABSENT', 'SCALE_JUMP')),
    lines         bigint NOT NULL CHECK (lines > 0),
    first_line    bigint,
    median_before double precision,
    median_now    double precision,
    PRIMARY KEY (batch, feature, kind)
);
-- Where the numbers of a feature mostly lay in a batch that was as usual.
CREATE TABLE monitoring.usual_scale (
    series  integer NOT NULL REFERENCES monitoring.series,
    feature text NOT NULL,
    batch   integer NOT NULL REFERENCES monitoring.batch,
    low     double precision NOT NULL,
    median  double precision NOT NULL,
    high    double precision NOT NULL,
    PRIMARY KEY (series, feature, batch)
);
COMMENT ON TABLE monitoring.batch_check IS 'append-only: belongs to a receipt';
COMMENT ON TABLE monitoring.integrity_finding IS 'append-only: belongs to a receipt';
COMMENT ON TABLE monitoring.usual_scale IS 'append-only: belongs to a receipt';
CREATE TRIGGER checks_stay BEFORE UPDATE OR DELETE ON monitoring.batch_check
    FOR EACH ROW EXECUTE FUNCTION monitoring.refuse_change('receipts are append-only');
CREATE TRIGGER findings_stay BEFORE UPDATE OR DELETE ON monitoring.integrity_finding
    FOR EACH ROW EXECUTE FUNCTION monitoring.refuse_change('receipts are append-only');

-- The UTC days whose payloads (features, text, patient reference) retention has removed. Their profiles stay, and what
-- they say of features cannot be made anew.
CREATE TABLE monitoring.removed_payload (
    series      integer NOT NULL REFERENCES monitoring.series,
    day         date NOT NULL,
    removed_at  timestamptz NOT NULL,
    predictions bigint NOT NULL CHECK (predictions >= 0),
    PRIMARY KEY (series, day, removed_at)
);
COMMENT ON TABLE monitoring.removed_payload IS 'append-only: says what is no longer there';
