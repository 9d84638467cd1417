-- Every token ends. Those given out before end a year after that, and not within the month in which this is introduced.
ALTER TABLE registry.api_client ADD COLUMN expires_at timestamptz;
UPDATE registry.api_client SET expires_at = greatest(created_at + interval '365 days', now() + interval '30 days');
ALTER TABLE registry.api_client ALTER COLUMN expires_at SET NOT NULL;
ALTER TABLE registry.api_client ADD CHECK (expires_at > created_at);

-- When a token was last used, to the minute; apart from the client, whose row whoever acts with it holds.
CREATE TABLE registry.api_client_use (
    client uuid PRIMARY KEY REFERENCES registry.api_client,
    at     timestamptz NOT NULL
);
