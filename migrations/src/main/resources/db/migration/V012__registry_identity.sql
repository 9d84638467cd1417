CREATE TABLE registry.person (
    id                   uuid PRIMARY KEY,
    login                text NOT NULL UNIQUE CHECK (login = lower(login)),
    name                 text NOT NULL,
    active               boolean NOT NULL,
    password_hash        text,
    password_must_change boolean NOT NULL,
    created_at           timestamptz NOT NULL
);
COMMENT ON COLUMN registry.person.password_hash IS 'bcrypt in modular crypt format; null when the person signs in elsewhere';
-- A person stays for ever, deactivated at most: what they signed must not become somebody else's or nobody's.
CREATE TRIGGER people_stay BEFORE DELETE ON registry.person
    FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();

CREATE TABLE registry.person_grant (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     uuid NOT NULL REFERENCES registry.person,
    role       text NOT NULL,
    model      text,
    department text,
    site       text,
    UNIQUE NULLS NOT DISTINCT (person, role, model, department, site)
);
CREATE INDEX person_grant_role ON registry.person_grant (role);

-- Failed attempts by what was typed as login, as a digest: people type passwords there by mistake. Rows go after a day;
-- the lasting record is the audit trail.
CREATE TABLE registry.sign_in_failure (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login_digest text NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_login ON registry.sign_in_failure (login_digest, at);
CREATE INDEX sign_in_failure_at ON registry.sign_in_failure (at);

CREATE TABLE registry.api_client (
    id               uuid PRIMARY KEY,
    name             text NOT NULL,
    token_hash       text NOT NULL UNIQUE,
    scopes           text NOT NULL,
    reach_model      text,
    reach_department text,
    reach_site       text,
    created_by       text NOT NULL,
    created_at       timestamptz NOT NULL,
    revoked_at       timestamptz
);
COMMENT ON COLUMN registry.api_client.scopes IS 'names of API scopes, separated by commas';
