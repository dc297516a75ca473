-- What the platform told. An event is known by its source and id: told again, it is answered as it was the first time.
CREATE TABLE platform_events (
    id              TEXT   NOT NULL PRIMARY KEY,
    source          TEXT   NOT NULL,
    event_id        TEXT   NOT NULL,
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    kind            TEXT   NOT NULL,
    body_hash       TEXT   NOT NULL,
    outcome         TEXT   NOT NULL,
    occurred_at     BIGINT NOT NULL,
    received_at     BIGINT NOT NULL,
    UNIQUE (source, event_id)
);

CREATE INDEX platform_events_by_age ON platform_events (received_at);

-- The balance of an organization, in the smallest unit of its currency; the number of the event that told it; all that was
-- ever spent.
CREATE TABLE balances (
    organization_id TEXT   NOT NULL PRIMARY KEY REFERENCES organizations (id),
    seq             BIGINT NOT NULL,
    amount          BIGINT NOT NULL,
    spent           BIGINT NOT NULL,
    occurred_at     BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL
);

-- Every balance that was told; `spent` is NULL where it came late. A number that is missing is a gap.
CREATE TABLE balance_points (
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    seq             BIGINT NOT NULL,
    amount          BIGINT NOT NULL,
    spent           BIGINT,
    occurred_at     BIGINT NOT NULL,
    PRIMARY KEY (organization_id, seq)
);

CREATE INDEX balance_points_by_time ON balance_points (organization_id, occurred_at, seq);
CREATE INDEX balance_points_by_age ON balance_points (occurred_at);

-- A person's low-credit alert. `low` since the balance fell below the minimum, until it reaches `rearm_at`; else `ok`, or `off`.
-- `told`: whether an alert was sent for that; `crossed_by`: what brought it about. Episodes are counted on for ever.
CREATE TABLE credit_alerts (
    user_id         TEXT    NOT NULL PRIMARY KEY REFERENCES users (id),
    organization_id TEXT    NOT NULL REFERENCES organizations (id),
    minimum         BIGINT  NOT NULL,
    rearm_at        BIGINT  NOT NULL,
    state           TEXT    NOT NULL,
    told            INTEGER NOT NULL,
    episode         BIGINT  NOT NULL,
    crossed_by      TEXT,
    updated_at      BIGINT  NOT NULL
);

CREATE INDEX credit_alerts_by_minimum ON credit_alerts (organization_id, state, minimum);
CREATE INDEX credit_alerts_by_rearm ON credit_alerts (organization_id, state, rearm_at);

-- By which channels a person is told about a topic; without a row, by email.
CREATE TABLE notification_choices (
    user_id    TEXT    NOT NULL REFERENCES users (id),
    topic      TEXT    NOT NULL,
    email      INTEGER NOT NULL,
    sms        INTEGER NOT NULL,
    updated_at BIGINT  NOT NULL,
    PRIMARY KEY (user_id, topic)
);

CREATE TABLE contact_imports (
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    external_id     TEXT   NOT NULL,
    user_id         TEXT   NOT NULL REFERENCES users (id),
    name            TEXT   NOT NULL,
    state           TEXT   NOT NULL,
    done            BIGINT NOT NULL,
    total           BIGINT,
    imported        BIGINT NOT NULL,
    rejected        BIGINT NOT NULL,
    reasons         TEXT   NOT NULL,
    failure         TEXT,
    occurred_at     BIGINT NOT NULL,
    PRIMARY KEY (organization_id, external_id)
);

CREATE INDEX contact_imports_by_user ON contact_imports (user_id, occurred_at);
CREATE INDEX contact_imports_by_age ON contact_imports (occurred_at);

-- What a message tells about (`test` for a test); NULL: the security of the account.
ALTER TABLE outbox ADD COLUMN topic TEXT;
CREATE INDEX outbox_history ON outbox (user_id, created_at, id) WHERE topic IS NOT NULL;

CREATE INDEX users_by_role ON users (organization_id, role);

-- What the browser told at the last sign-in, for messages that no browser asks for; it holds where nothing was chosen.
ALTER TABLE users ADD COLUMN language_seen TEXT;
ALTER TABLE users ADD COLUMN country_seen TEXT;
ALTER TABLE users ADD COLUMN time_zone_seen TEXT;
