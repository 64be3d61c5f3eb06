-- Mail in and out, its bytes kept as they were. Raw bytes and position come first; reading is a second, repeatable step.

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,
  size INTEGER NOT NULL,
  arrived_at TEXT NOT NULL,
  stored_at TEXT NOT NULL,
  -- stored: not read yet · read · duplicate: same mail as an earlier one, linked and without effect · quarantined: reading failed
  state TEXT NOT NULL CHECK (state IN ('stored', 'read', 'duplicate', 'quarantined')),
  duplicate_of INTEGER REFERENCES message (id),
  mail_message_id TEXT,
  from_address TEXT,
  subject TEXT,
  UNIQUE (direction, sha256)
) STRICT;
CREATE INDEX message_by_mail_id ON message (mail_message_id);
CREATE INDEX message_by_state ON message (state, id);

-- Every item that a mailbox has shown us, so that a repeated or moved one is linked, never counted twice.
CREATE TABLE mailbox_item (
  mailbox TEXT NOT NULL,
  item TEXT NOT NULL,
  message_id INTEGER REFERENCES message (id),
  -- Why an item has no message (too large, gone); then a person sees it.
  problem TEXT,
  PRIMARY KEY (mailbox, item)
) STRICT;

CREATE TABLE mailbox_position (
  mailbox TEXT PRIMARY KEY,
  position TEXT NOT NULL,
  read_to_end_at TEXT
) STRICT;

CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id),
  reader_version TEXT NOT NULL,
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  read_at TEXT NOT NULL,
  UNIQUE (message_id, reader_version)
) STRICT;
