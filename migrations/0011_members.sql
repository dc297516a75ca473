-- What a member is found by: the name from each of its words on, and the address, folded and in hexadecimal, so that every
-- collation sorts them alike and what they begin with is a range. Place 0 is the whole name.
CREATE TABLE member_words (
    user_id         TEXT    NOT NULL REFERENCES users (id),
    place           INTEGER NOT NULL,
    organization_id TEXT    NOT NULL REFERENCES organizations (id),
    word            TEXT    NOT NULL,
    PRIMARY KEY (user_id, place)
);

CREATE INDEX member_words_by_word ON member_words (organization_id, word, user_id);
CREATE INDEX member_words_by_name ON member_words (organization_id, word, user_id) WHERE place = 0;

-- Who was there before, to be given words.
CREATE TABLE members_without_words (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id)
);

INSERT INTO members_without_words (user_id) SELECT id FROM users;

DROP INDEX users_by_name;

-- When the person came last: for who is not signed in now, that is when they were last here.
ALTER TABLE users ADD COLUMN visited_at BIGINT;

-- Addresses that are asked to join. `pending` until the account is made (`accepted`) or the invitation is `revoked`. The hash
-- is NULL where the address had an account: then no link was sent.
CREATE TABLE invitations (
    id              TEXT   NOT NULL PRIMARY KEY,
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    email           TEXT   NOT NULL,
    email_folded    TEXT   NOT NULL,
    role            TEXT   NOT NULL,
    invited_by      TEXT   NOT NULL REFERENCES users (id),
    token_hash      TEXT   UNIQUE,
    state           TEXT   NOT NULL,
    expires_at      BIGINT NOT NULL,
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL
);

CREATE UNIQUE INDEX invitations_pending ON invitations (organization_id, email_folded) WHERE state = 'pending';
CREATE INDEX invitations_newest ON invitations (organization_id, created_at, id) WHERE state = 'pending';
CREATE INDEX invitations_by_age ON invitations (updated_at);

-- What was changed in an organization: who, whom it concerns (a person or an invitation), the words before and after.
CREATE TABLE audit_entries (
    id              TEXT   NOT NULL PRIMARY KEY,
    organization_id TEXT   NOT NULL REFERENCES organizations (id),
    actor_kind      TEXT   NOT NULL,
    actor_id        TEXT,
    subject_id      TEXT,
    kind            TEXT   NOT NULL,
    before          TEXT   NOT NULL,
    after           TEXT   NOT NULL,
    at              BIGINT NOT NULL
);

CREATE INDEX audit_entries_by_organization ON audit_entries (organization_id, at, id);
