-- Campaigns (henvendelser), their cases (saker), the contacts written to, and the journal (logg) that every standing is derived from.

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  role TEXT NOT NULL CHECK (role IN ('postmottak', 'director', 'officer')),
  name TEXT NOT NULL,
  address TEXT NOT NULL CHECK (address = lower(address)),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  source TEXT NOT NULL
) STRICT;
CREATE INDEX contact_by_municipality ON contact (municipality_id, role);
CREATE INDEX contact_by_address ON contact (address);

CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  reference TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('accession', 'signature')),
  base_nok INTEGER NOT NULL CHECK (base_nok >= 0),
  per_inhabitant_nok INTEGER NOT NULL CHECK (per_inhabitant_nok >= 0),
  population_date TEXT,
  year INTEGER,
  ladder TEXT NOT NULL CHECK (json_valid(ladder)),
  sender TEXT NOT NULL CHECK (json_valid(sender)),
  ask TEXT NOT NULL CHECK (json_valid(ask)),
  text TEXT NOT NULL CHECK (json_valid(text)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'closed')),
  created_at TEXT NOT NULL
) STRICT;

-- Successive deadlines: set_at says from when each was in force.
CREATE TABLE campaign_deadline (
  campaign_id TEXT NOT NULL REFERENCES campaign (id),
  date TEXT NOT NULL,
  set_at TEXT NOT NULL,
  PRIMARY KEY (campaign_id, date)
) STRICT;

-- Rounds ordered by a person, or foreseen in the campaign file (then ordered_by is null until she orders them).
CREATE TABLE campaign_round (
  id INTEGER PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign (id),
  at TEXT NOT NULL,
  letter TEXT NOT NULL CHECK (letter IN ('friendly', 'near', 'missing', 'last')),
  collective INTEGER NOT NULL CHECK (collective IN (0, 1)),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  new_deadline TEXT,
  ordered_by TEXT,
  ordered_at TEXT,
  UNIQUE (campaign_id, at)
) STRICT;

CREATE TABLE campaign_attachment (
  campaign_id TEXT NOT NULL REFERENCES campaign (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (campaign_id, position)
) STRICT;

CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign (id),
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  token TEXT NOT NULL UNIQUE,
  opened_at TEXT NOT NULL,
  UNIQUE (campaign_id, municipality_id)
) STRICT;

-- Append-only. A robot's entry names its reading's message, a person's entry the person. data holds the event's own values.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('robot', 'person')),
  actor TEXT NOT NULL,
  event TEXT NOT NULL,
  case_id INTEGER REFERENCES cases (id),
  campaign_id TEXT REFERENCES campaign (id),
  message_id INTEGER,
  letter_id INTEGER,
  mode TEXT CHECK (mode IN ('dry', 'redirected', 'live')),
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX journal_by_case ON journal (case_id, id);
CREATE INDEX journal_by_message ON journal (message_id);
CREATE INDEX journal_by_event ON journal (event, id);

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
