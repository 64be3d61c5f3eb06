-- What people must know, each told once when it begins and once when it is over.

-- One row from when a fault was first seen until it is over; a fault that comes back later is another row.
CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  -- Which fault: the same for as long as it lasts («mailbox-unread»).
  key TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('stopped', 'attention')),
  title TEXT NOT NULL,
  happened TEXT NOT NULL,
  todo TEXT NOT NULL,
  campaigns TEXT NOT NULL CHECK (json_valid(campaigns)),
  -- Seconds that it may last before anybody is told.
  patience INTEGER NOT NULL,
  began_at TEXT NOT NULL,
  -- Not seen since then; null = it lasts. Should it come back soon it is the same fault.
  gone_at TEXT,
  -- When it was first told of, and last.
  told_at TEXT,
  last_told_at TEXT,
  over_told_at TEXT,
  -- Nothing is left to do: it is over, and told if it ever had to be.
  closed_at TEXT
) STRICT;
CREATE UNIQUE INDEX alert_open ON alert (key) WHERE closed_at IS NULL;
