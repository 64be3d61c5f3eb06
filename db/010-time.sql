-- Time that cannot be trusted, and days that the law's calendar does not know.

-- The reasons are listed in register/sending-holds.ts alone: a list here would have to be written anew for each new one.
CREATE TABLE sending_hold_10 (
  reason TEXT PRIMARY KEY CHECK (reason <> ''),
  since TEXT NOT NULL,
  -- Who stopped it; null = the program.
  by TEXT,
  because TEXT NOT NULL
) STRICT;
INSERT INTO sending_hold_10 SELECT reason, since, by, because FROM sending_hold;
DROP TABLE sending_hold;
ALTER TABLE sending_hold_10 RENAME TO sending_hold;

-- One row: what the machine's clock is held against.
CREATE TABLE clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- The latest minute of the worker that was believed; null before the first.
  believed_at TEXT,
  -- Journal lines up to this one were written by a clock that a person has since put right.
  forgiven_journal_id INTEGER NOT NULL DEFAULT 0,
  -- How often a person has said that the clock is right.
  accepted INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO clock (id, believed_at) VALUES (1, (SELECT last_at FROM schedule_run WHERE job = 'tick'));

-- A new red day by law, a local closing day: no letter leaves, it is no working day, and a deadline on it moves.
CREATE TABLE red_day (
  date TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
