-- An attempt is counted under several keys: login and address together, and, where that login never succeeded before, the
-- login and the address each by itself; an attempt in a session under the person and the session.
ALTER TABLE registry.sign_in_failure RENAME COLUMN login_digest TO counted_under;
COMMENT ON COLUMN registry.sign_in_failure.counted_under IS 'digest of what the attempt is counted under';

-- Where sign-ins have succeeded. Rows go 90 days after the last.
CREATE TABLE registry.sign_in_place (
    place text PRIMARY KEY,
    at    timestamptz NOT NULL
);
COMMENT ON COLUMN registry.sign_in_place.place IS 'digest of login and address';
CREATE INDEX sign_in_place_at ON registry.sign_in_place (at);

-- What is still to be told to a person who signs in next.
CREATE TABLE registry.sign_in_failed (
    person   uuid PRIMARY KEY REFERENCES registry.person,
    attempts integer NOT NULL,
    latest   timestamptz NOT NULL
);
