-- Weeks in figures, each the sum of its days: a window of months is read from few of them.
ALTER TABLE monitoring.profile ADD COLUMN most_of_one_patient bigint;
UPDATE monitoring.profile SET most_of_one_patient = predictions;
ALTER TABLE monitoring.profile ALTER COLUMN most_of_one_patient SET NOT NULL;
COMMENT ON COLUMN monitoring.profile.most_of_one_patient IS 'no patient has more of the predictions than so many';

-- Seven UTC days from a Monday on; without a site those of all sites together. A week is made in the transaction that
-- makes one of its days, and holds while none of them is marked in changed_day.
CREATE TABLE monitoring.profile_week (
    series              integer NOT NULL REFERENCES monitoring.series,
    week                date NOT NULL CHECK (extract(isodow FROM week) = 1),
    site                text COLLATE "C",
    most_of_one_patient bigint NOT NULL,
    scores              bytea NOT NULL,
    features            bytea NOT NULL,
    UNIQUE NULLS NOT DISTINCT (series, week, site)
);
ALTER TABLE monitoring.profile_week ALTER COLUMN scores SET STORAGE EXTERNAL;
ALTER TABLE monitoring.profile_week ALTER COLUMN features SET STORAGE EXTERNAL;

-- The days that have profiles are made once more, and with them their weeks. No batch has this number, so what they
-- say of features stays; the number 0 has a day's features made anew from all its predictions.
INSERT INTO monitoring.changed_day (series, day, batch) SELECT DISTINCT series, day, -1 FROM monitoring.profile;
