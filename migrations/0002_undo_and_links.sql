-- What a contact was before a change, for as long as the change can be undone; nobody else may take it meanwhile.
ALTER TABLE contact_changes ADD COLUMN old_value TEXT;
ALTER TABLE contact_changes ADD COLUMN old_folded TEXT;
ALTER TABLE contact_changes ADD COLUMN undo_hash TEXT;
ALTER TABLE contact_changes ADD COLUMN undo_until BIGINT;

CREATE UNIQUE INDEX contact_changes_by_undo ON contact_changes (undo_hash);
CREATE INDEX contact_changes_by_code ON contact_changes (code_hash);
CREATE INDEX contact_changes_reserved ON contact_changes (old_folded, undo_until);

-- Until when contacts stay as they are, after an undo.
ALTER TABLE users ADD COLUMN contacts_frozen_until BIGINT;
-- The browser's time zone that the person did not want to switch to.
ALTER TABLE users ADD COLUMN time_zone_declined TEXT;

-- Links for a forgotten password.
CREATE TABLE password_resets (
    id         TEXT   NOT NULL PRIMARY KEY,
    user_id    TEXT   NOT NULL REFERENCES users (id),
    token_hash TEXT   NOT NULL UNIQUE,
    state      TEXT   NOT NULL,
    expires_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX password_resets_by_user ON password_resets (user_id, state);
CREATE INDEX password_resets_by_age ON password_resets (expires_at);

-- Whether a message carries a secret, which is erased at its end: then it cannot be sent again.
ALTER TABLE outbox ADD COLUMN secret INTEGER NOT NULL DEFAULT 0;
