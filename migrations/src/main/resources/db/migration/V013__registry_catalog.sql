CREATE TABLE registry.site (
    id       text PRIMARY KEY,
    name     text NOT NULL,
    added_at timestamptz NOT NULL
);

CREATE TABLE registry.model (
    id             text PRIMARY KEY,
    name           text NOT NULL,
    intended_use   text NOT NULL,
    kind           text NOT NULL,
    risk_tier      text NOT NULL,
    department     text NOT NULL,
    clinical_owner uuid NOT NULL REFERENCES registry.person,
    model_owner    uuid NOT NULL REFERENCES registry.person,
    sponsor        text NOT NULL,
    registered_at  timestamptz NOT NULL
);
CREATE TRIGGER models_stay BEFORE DELETE ON registry.model
    FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();

CREATE TABLE registry.model_version (
    model           text NOT NULL REFERENCES registry.model,
    version         integer NOT NULL CHECK (version >= 1),
    threshold       double precision,
    change_type     text NOT NULL,
    artifact_digest text,
    configuration   text,
    prompt          text,
    mlflow_run      text,
    training_data   text,
    note            text,
    subgroups       text[] NOT NULL,
    digest          text NOT NULL,
    registered_by   text NOT NULL,
    registered_at   timestamptz NOT NULL,
    PRIMARY KEY (model, version),
    UNIQUE (model, digest)
);
COMMENT ON TABLE registry.model_version IS 'append-only: a version stays as it was declared';
SELECT registry.keep_rows('registry.model_version');

CREATE TABLE registry.stage_entry (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model      text NOT NULL,
    version    integer NOT NULL,
    site       text NOT NULL REFERENCES registry.site,
    stage      text NOT NULL,
    entered_at timestamptz NOT NULL,
    promotion  uuid UNIQUE,
    entered_by text NOT NULL,
    reason     text,
    FOREIGN KEY (model, version) REFERENCES registry.model_version,
    CHECK (promotion IS NOT NULL OR stage NOT IN ('PILOT', 'GENERAL'))
);
COMMENT ON TABLE registry.stage_entry IS 'append-only: one row both ends the former live version and begins the next';
SELECT registry.keep_rows('registry.stage_entry');
CREATE INDEX stage_entry_model ON registry.stage_entry (model, seq);
