-- Authenticator apps and passkeys. An app is pending until its first code; its secret is sealed. A passkey's secret is
-- what the server knows of it: a public key, as JSON.
CREATE TABLE factors (
    id            TEXT   NOT NULL PRIMARY KEY,
    user_id       TEXT   NOT NULL REFERENCES users (id),
    kind          TEXT   NOT NULL,
    state         TEXT   NOT NULL,
    name          TEXT   NOT NULL,
    secret        TEXT   NOT NULL,
    credential_id TEXT   UNIQUE,
    last_step     BIGINT NOT NULL,
    last_used_at  BIGINT,
    expires_at    BIGINT,
    created_at    BIGINT NOT NULL
);

CREATE INDEX factors_by_user ON factors (user_id, state);
CREATE INDEX factors_by_age ON factors (state, expires_at);

CREATE TABLE recovery_codes (
    code_hash  TEXT   NOT NULL PRIMARY KEY,
    user_id    TEXT   NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL
);

CREATE INDEX recovery_codes_by_user ON recovery_codes (user_id);

-- What was begun and waits for an answer: a sign-in for its second step, a browser for a passkey.
CREATE TABLE ceremonies (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    purpose    TEXT    NOT NULL,
    user_id    TEXT    REFERENCES users (id),
    remembered INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    expires_at BIGINT  NOT NULL,
    created_at BIGINT  NOT NULL
);

CREATE INDEX ceremonies_by_user ON ceremonies (user_id);
CREATE INDEX ceremonies_by_age ON ceremonies (expires_at);
