-- Days in figures that can be added up, so that what is asked of many predictions need not read them again.

-- A day of a series that a batch has changed since its profile was made. A batch writes its marks in its own
-- transaction; whoever makes the profile takes away exactly those it saw before it read the predictions.
CREATE TABLE monitoring.changed_day (
    series integer NOT NULL,
    day    date NOT NULL,
    batch  integer NOT NULL,
    PRIMARY KEY (series, day, batch)
);

-- The predictions of one UTC day at one site; the empty site holds those that named none. The content can be made anew
-- from the predictions at any time.
CREATE TABLE monitoring.profile (
    series      integer NOT NULL REFERENCES monitoring.series,
    day         date NOT NULL,
    site        text COLLATE "C" NOT NULL,
    predictions bigint NOT NULL CHECK (predictions > 0),
    scored      bigint NOT NULL CHECK (scored >= 0 AND scored <= predictions),
    built_at    timestamptz NOT NULL DEFAULT now(),
    scores      bytea NOT NULL,
    features    bytea NOT NULL,
    PRIMARY KEY (series, day, site)
);
ALTER TABLE monitoring.profile ALTER COLUMN scores SET STORAGE EXTERNAL;
ALTER TABLE monitoring.profile ALTER COLUMN features SET STORAGE EXTERNAL;
COMMENT ON COLUMN monitoring.profile.scores IS 'scores, outcomes and patients by combination of subgroup values, see ScoreProfile';
COMMENT ON COLUMN monitoring.profile.features IS 'the values of each feature, see FeatureProfile';

INSERT INTO monitoring.changed_day (series, day, batch)
SELECT DISTINCT series, (occurred_at AT TIME ZONE 'UTC')::date, 0 FROM monitoring.prediction;
