-- What a link for choosing a password is for: a forgotten one (`reset`), or the first one (`invitation`).
ALTER TABLE password_resets ADD COLUMN purpose TEXT NOT NULL DEFAULT 'reset';

-- What the platform told about a person last, as JSON: only what it tells differently the next time is news.
ALTER TABLE users ADD COLUMN platform_told TEXT;
