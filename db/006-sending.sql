-- What lets a robot write to 357 municipalities (reliability.md §4).

-- Why nothing leaves, whatever is due: one row a reason, until the reason is gone or a person takes it away.
CREATE TABLE sending_hold (
  reason TEXT PRIMARY KEY CHECK (reason IN ('person', 'login-refused', 'restored', 'unknown-letter')),
  since TEXT NOT NULL,
  -- Who stopped it; null = the program.
  by TEXT,
  because TEXT NOT NULL
) STRICT;

-- One row: who sends. A process that lost its turn finds another number here, and can claim nothing.
CREATE TABLE sending_lease (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  epoch INTEGER NOT NULL,
  owner TEXT NOT NULL,
  taken_at TEXT NOT NULL
) STRICT;

-- The key under which this installation seals what it writes into its letters' headers for itself to read.
CREATE TABLE installation_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

-- The copy that came to our own mailbox in the same SMTP transaction: the proof that a letter left.
ALTER TABLE letter ADD COLUMN witness_id INTEGER REFERENCES message (id);
ALTER TABLE letter ADD COLUMN witnessed_at TEXT;
-- Addresses that the server refused, known before the final dot: [{address, permanent, why}].
ALTER TABLE letter ADD COLUMN refused TEXT CHECK (refused IS NULL OR json_valid(refused));
CREATE INDEX letter_by_witness ON letter (witness_id) WHERE witness_id IS NOT NULL;
CREATE INDEX letter_by_done ON letter (done_at) WHERE state = 'sent';
