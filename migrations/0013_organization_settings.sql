-- What members of the organization begin with who have chosen nothing and of whom nothing was told. NULL: it is detected.
ALTER TABLE organizations ADD COLUMN default_language TEXT;
ALTER TABLE organizations ADD COLUMN default_country TEXT;
ALTER TABLE organizations ADD COLUMN default_time_zone TEXT;

-- The countries of members' numbers, as ISO 3166-1 codes between blanks. NULL: all that the operator allows.
ALTER TABLE organizations ADD COLUMN sms_countries TEXT;

-- The fewest characters of a new password. NULL: the operator's.
ALTER TABLE organizations ADD COLUMN password_min BIGINT;

-- What the platform told last. NULL: it never did.
ALTER TABLE organizations ADD COLUMN platform_name TEXT;
ALTER TABLE organizations ADD COLUMN platform_currency TEXT;

UPDATE organizations SET platform_name = name, platform_currency = currency;
