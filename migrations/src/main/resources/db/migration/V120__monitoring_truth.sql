-- What a version's data say by themselves, one row for each version. It can be drawn anew from the data at any time.
CREATE TABLE monitoring.truth (
    model     text NOT NULL,
    version   integer NOT NULL,
    stands_on text NOT NULL,
    drawn_at  timestamptz NOT NULL,
    took_ms   bigint NOT NULL,
    facts     text NOT NULL,
    PRIMARY KEY (model, version)
);
COMMENT ON COLUMN monitoring.truth.stands_on IS 'the batches and the plan it was drawn from';
COMMENT ON COLUMN monitoring.truth.facts IS 'canonical JSON';
