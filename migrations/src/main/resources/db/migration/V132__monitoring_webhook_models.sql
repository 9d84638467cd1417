-- A webhook may hear of some models only.

ALTER TABLE monitoring.webhook ADD COLUMN models text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN monitoring.webhook.models IS 'the models it hears of, in their order; none stands for all';
