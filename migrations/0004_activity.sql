-- Security activity is read page by page, from one moment and event on.
DROP INDEX security_events_by_user;
CREATE INDEX security_events_by_user ON security_events (user_id, at, id);
