-- Accounts that their people asked to delete. `pending` until they are erased, with this row, or are `kept`; the link that
-- keeps them is worth nothing then. `remind_at` is NULL once the reminder is queued.
CREATE TABLE account_deletions (
    user_id    TEXT   NOT NULL PRIMARY KEY REFERENCES users (id),
    state      TEXT   NOT NULL,
    undo_hash  TEXT   NOT NULL UNIQUE,
    erase_at   BIGINT NOT NULL,
    remind_at  BIGINT,
    created_at BIGINT NOT NULL
);

CREATE INDEX account_deletions_due ON account_deletions (state, erase_at);
CREATE INDEX account_deletions_to_remind ON account_deletions (state, remind_at);

-- The ways from a person to what is exported and erased.
CREATE INDEX contact_changes_of_user ON contact_changes (user_id);
CREATE INDEX invitations_by_address ON invitations (email_folded);
CREATE INDEX invitations_by_inviter ON invitations (invited_by);
CREATE INDEX role_requests_of_user ON role_requests (user_id);
CREATE INDEX role_requests_by_decider ON role_requests (decided_by);
CREATE INDEX outbox_by_recipient ON outbox (LOWER(recipient));
CREATE INDEX audit_entries_by_actor ON audit_entries (actor_id);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_id);
