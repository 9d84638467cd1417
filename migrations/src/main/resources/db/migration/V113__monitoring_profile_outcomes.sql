-- How many outcomes of a day are known, and how many of them are events: so that nobody need count the log for it.
ALTER TABLE monitoring.profile ADD COLUMN known bigint, ADD COLUMN events bigint;
UPDATE monitoring.profile p SET known = c.known, events = c.events
FROM (SELECT series, (occurred_at AT TIME ZONE 'UTC')::date AS day, coalesce(site, '') AS site, count(outcome) AS known,
        coalesce(sum(outcome), 0) AS events FROM monitoring.prediction GROUP BY 1, 2, 3) c
WHERE c.series = p.series AND c.day = p.day AND c.site = p.site;
UPDATE monitoring.profile SET known = 0, events = 0 WHERE known IS NULL;
ALTER TABLE monitoring.profile ALTER COLUMN known SET NOT NULL, ALTER COLUMN events SET NOT NULL,
    ADD CHECK (events >= 0 AND events <= known AND known <= predictions);
