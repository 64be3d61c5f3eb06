-- Municipalities, counties and regional councils. One municipality row is one legal entity: a new number for the same
-- entity is a new municipality_number row, a merger or a split is new entities with municipality_successor rows.
-- Every fact holds from valid_from to valid_to, both days included; null = unknown or open end.

CREATE TABLE municipality (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('municipality', 'county', 'regional-council'))
) STRICT;

-- main = 0: a second number at the same time (Oslo, 0301, is also county 03).
CREATE TABLE municipality_number (
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  number TEXT NOT NULL,
  county TEXT NOT NULL,
  main INTEGER NOT NULL CHECK (main IN (0, 1)),
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX municipality_by_number ON municipality_number (number);
CREATE INDEX municipality_numbers ON municipality_number (municipality_id);

-- main = 1: the Norwegian name that letters use; others are official Sami or Kven names and ways of writing it.
-- folded: as names are compared (NFC, lower case, without «kommune»).
CREATE TABLE municipality_name (
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  main INTEGER NOT NULL CHECK (main IN (0, 1)),
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX municipality_by_name ON municipality_name (folded);
CREATE INDEX municipality_names ON municipality_name (municipality_id);

CREATE TABLE municipality_written_form (
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  written_form TEXT NOT NULL CHECK (written_form IN ('bokmål', 'nynorsk', 'nøytral')),
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX municipality_written_forms ON municipality_written_form (municipality_id);

-- origin: file = from the files in db/, replaced when they are loaded again; adviser = entered by a person, kept.
CREATE TABLE municipality_population (
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  date TEXT NOT NULL,
  inhabitants INTEGER NOT NULL CHECK (inhabitants > 0),
  source TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('file', 'adviser')),
  UNIQUE (municipality_id, date, origin)
) STRICT;

CREATE TABLE municipality_domain (
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  domain TEXT NOT NULL CHECK (domain = lower(domain)),
  valid_from TEXT,
  valid_to TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('file', 'adviser'))
) STRICT;
CREATE INDEX municipality_by_domain ON municipality_domain (domain);
CREATE INDEX municipality_domains ON municipality_domain (municipality_id);

CREATE TABLE municipality_organisation_number (
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  organisation_number TEXT NOT NULL CHECK (length(organisation_number) = 9),
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX municipality_organisation_numbers ON municipality_organisation_number (municipality_id);

-- successor_id took over all or a part of the municipality on that day (its first day).
CREATE TABLE municipality_successor (
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  successor_id INTEGER NOT NULL REFERENCES municipality (id),
  on_date TEXT NOT NULL,
  PRIMARY KEY (municipality_id, successor_id)
) STRICT;
