-- Where an alert is. Those about all sites together, and all that were raised before, have none: they are for people
-- whose right reaches every site.
ALTER TABLE monitoring.alert ADD COLUMN site text;
