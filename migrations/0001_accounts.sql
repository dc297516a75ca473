-- Portable between SQLite and PostgreSQL: TEXT ids, BIGINT milliseconds since 1970 UTC, INTEGER flags.

CREATE TABLE organizations (
    id          TEXT   NOT NULL PRIMARY KEY,
    external_id TEXT   NOT NULL UNIQUE,
    name        TEXT   NOT NULL,
    currency    TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    version     BIGINT NOT NULL
);

CREATE TABLE users (
    id              TEXT   NOT NULL PRIMARY KEY,
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    external_id     TEXT   NOT NULL,
    email           TEXT   NOT NULL,
    email_folded    TEXT   NOT NULL UNIQUE,
    display_name    TEXT   NOT NULL,
    role            TEXT   NOT NULL,
    password_hash   TEXT   NOT NULL,
    phone           TEXT,
    language        TEXT,
    country         TEXT,
    time_zone       TEXT,
    disabled_at     BIGINT,
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL,
    version         BIGINT NOT NULL,
    UNIQUE (organization_id, external_id)
);

CREATE INDEX users_by_name ON users (organization_id, display_name, id);

CREATE TABLE sessions (
    id               TEXT    NOT NULL PRIMARY KEY,
    user_id          TEXT    NOT NULL REFERENCES users (id),
    token_hash       TEXT    NOT NULL UNIQUE,
    transport        TEXT    NOT NULL,
    remembered       INTEGER NOT NULL,
    user_agent       TEXT    NOT NULL,
    ip_prefix        TEXT    NOT NULL,
    created_at       BIGINT  NOT NULL,
    authenticated_at BIGINT  NOT NULL,
    last_seen_at     BIGINT  NOT NULL,
    idle_expires_at  BIGINT  NOT NULL,
    expires_at       BIGINT  NOT NULL
);

CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- A browser that this person has signed in with before: it is not shut out by other people's wrong guesses.
CREATE TABLE known_devices (
    token_hash   TEXT   NOT NULL PRIMARY KEY,
    user_id      TEXT   NOT NULL REFERENCES users (id),
    created_at   BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
);

CREATE INDEX known_devices_by_user ON known_devices (user_id);
CREATE INDEX known_devices_by_use ON known_devices (last_used_at);

-- Consecutive failures, with the moment until which further tries are refused unseen.
CREATE TABLE failures (
    subject       TEXT   NOT NULL PRIMARY KEY,
    count         BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL,
    updated_at    BIGINT NOT NULL
);

CREATE INDEX failures_by_age ON failures (updated_at);

-- Leaky buckets: when the bucket will be empty, if nothing more is poured in.
CREATE TABLE buckets (
    subject  TEXT   NOT NULL PRIMARY KEY,
    empty_at BIGINT NOT NULL
);

CREATE INDEX buckets_by_age ON buckets (empty_at);

CREATE TABLE contact_changes (
    id              TEXT   NOT NULL PRIMARY KEY,
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    user_id         TEXT   NOT NULL REFERENCES users (id),
    session_id      TEXT   NOT NULL,
    kind            TEXT   NOT NULL,
    new_value       TEXT   NOT NULL,
    code_hash       TEXT   NOT NULL,
    attempts_left   BIGINT NOT NULL,
    sends_left      BIGINT NOT NULL,
    next_send_at    BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    state           TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL
);

CREATE UNIQUE INDEX contact_changes_pending ON contact_changes (user_id, kind) WHERE state = 'pending';
CREATE INDEX contact_changes_by_age ON contact_changes (state, expires_at);

CREATE TABLE outbox (
    id              TEXT   NOT NULL PRIMARY KEY,
    unique_key      TEXT   NOT NULL UNIQUE,
    topic_key       TEXT   NOT NULL,
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    user_id         TEXT   NOT NULL REFERENCES users (id),
    channel         TEXT   NOT NULL,
    template        TEXT   NOT NULL,
    language        TEXT   NOT NULL,
    recipient       TEXT   NOT NULL,
    arguments       TEXT   NOT NULL,
    sealed          TEXT,
    state           TEXT   NOT NULL,
    attempts        BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    lease           TEXT,
    lease_until     BIGINT,
    provider_id     TEXT,
    last_error      TEXT,
    expires_at      BIGINT NOT NULL,
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL
);

CREATE INDEX outbox_due ON outbox (state, next_attempt_at);
CREATE INDEX outbox_by_topic ON outbox (topic_key, state);
CREATE INDEX outbox_by_user ON outbox (user_id, created_at);

CREATE TABLE security_events (
    id              TEXT   NOT NULL PRIMARY KEY,
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    user_id         TEXT   NOT NULL REFERENCES users (id),
    session_id      TEXT,
    kind            TEXT   NOT NULL,
    detail          TEXT   NOT NULL,
    ip_prefix       TEXT   NOT NULL,
    at              BIGINT NOT NULL
);

CREATE INDEX security_events_by_user ON security_events (user_id, at);
CREATE INDEX security_events_by_age ON security_events (at);
