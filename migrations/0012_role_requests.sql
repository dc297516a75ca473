-- A member's request for another role, which the Owner grants or declines. Of one member only one waits (`pending`).
CREATE TABLE role_requests (
    id              TEXT   NOT NULL PRIMARY KEY,
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    user_id         TEXT   NOT NULL REFERENCES users (id),
    role            TEXT   NOT NULL,
    reason          TEXT   NOT NULL,
    state           TEXT   NOT NULL,
    decided_by      TEXT   REFERENCES users (id),
    created_at      BIGINT NOT NULL,
    decided_at      BIGINT
);

CREATE UNIQUE INDEX role_requests_by_user ON role_requests (user_id) WHERE state = 'pending';
CREATE INDEX role_requests_waiting ON role_requests (organization_id, created_at, id) WHERE state = 'pending';
CREATE INDEX role_requests_by_age ON role_requests (decided_at);
