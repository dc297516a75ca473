-- Each channel has slots of its own in the worker, so each is claimed by itself.
CREATE INDEX outbox_due_by_channel ON outbox (channel, state, next_attempt_at);

-- A receipt over SMPP names the message by the provider's id alone.
CREATE INDEX outbox_by_provider ON outbox (provider_id);
