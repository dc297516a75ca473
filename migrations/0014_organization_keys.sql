-- A key may belong to an organization and then opens that one only; without one it is the operator's. `expires_at` is when a key
-- ends that was replaced by another.
ALTER TABLE api_keys ADD COLUMN organization_id TEXT REFERENCES organizations (id);
ALTER TABLE api_keys ADD COLUMN created_by TEXT;
ALTER TABLE api_keys ADD COLUMN expires_at BIGINT;

CREATE INDEX api_keys_by_organization ON api_keys (organization_id, id);
