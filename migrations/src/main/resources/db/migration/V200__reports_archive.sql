CREATE TABLE reports.archive (
    id               uuid PRIMARY KEY,
    kind             text NOT NULL,
    subject          text NOT NULL,
    model            text,
    department       text,
    site             text,
    file_name        text NOT NULL,
    media_type       text NOT NULL,
    produced_by      text NOT NULL,
    produced_by_name text NOT NULL,
    produced_at      timestamptz NOT NULL,
    rows             bigint NOT NULL CHECK (rows >= 0),
    size             bigint NOT NULL CHECK (size >= 0),
    sha256           text NOT NULL
);
COMMENT ON TABLE reports.archive IS 'append-only: reports as they were produced; sha256 is over the bytes of the parts';
COMMENT ON COLUMN reports.archive.subject IS 'the id of what the report is about';
SELECT registry.keep_rows('reports.archive');
CREATE INDEX archive_produced ON reports.archive (produced_at DESC);
CREATE INDEX archive_subject ON reports.archive (subject, produced_at DESC);

-- In pieces, so that neither writing nor reading a large report holds all of it in memory.
CREATE TABLE reports.archive_part (
    report uuid NOT NULL REFERENCES reports.archive,
    number integer NOT NULL CHECK (number > 0),
    bytes  bytea NOT NULL,
    PRIMARY KEY (report, number)
);
COMMENT ON TABLE reports.archive_part IS 'append-only: the bytes of the reports, piece by piece';
ALTER TABLE reports.archive_part ALTER COLUMN bytes SET STORAGE EXTERNAL; -- the files are compressed already
SELECT registry.keep_rows('reports.archive_part');
