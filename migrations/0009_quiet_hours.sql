-- In minutes since midnight, by the clock of the person's time zone; over midnight where `quiet_until` comes first. NULL: off.
ALTER TABLE users ADD COLUMN quiet_from INTEGER;
ALTER TABLE users ADD COLUMN quiet_until INTEGER;

-- Text messages that wait for the end of their reader's quiet hours.
CREATE INDEX outbox_quiet ON outbox (user_id) WHERE last_error = 'quiet-hours';
