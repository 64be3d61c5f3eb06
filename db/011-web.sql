-- Who is signed in to the adviser's pages. Only hashes are kept: whoever gets hold of a backup is signed in nowhere.

CREATE TABLE web_session (
  token_sha256 TEXT PRIMARY KEY,
  address TEXT NOT NULL CHECK (address = lower(address)),
  began_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  -- What the next page says, once: the outcome of what she just did, as JSON.
  notice TEXT CHECK (notice IS NULL OR json_valid(notice))
) STRICT;

CREATE TABLE sign_in_link (
  token_sha256 TEXT PRIMARY KEY,
  address TEXT NOT NULL CHECK (address = lower(address)),
  made_at TEXT NOT NULL,
  used_at TEXT
) STRICT;

-- While somebody is away, her deputy may do what she may. Days are inclusive.
CREATE TABLE deputy (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL CHECK (address = lower(address)),
  deputy_address TEXT NOT NULL CHECK (deputy_address = lower(deputy_address)),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
