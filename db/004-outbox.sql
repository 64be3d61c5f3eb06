-- Letters on their way out (reliability.md §4.1). One Message-ID and frozen bytes a letter; one or many cases.

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign (id),
  kind TEXT NOT NULL CHECK (kind IN ('request', 'friendly', 'near', 'missing', 'last', 'after-meeting', 'receipt')),
  round_id INTEGER REFERENCES campaign_round (id),
  deadline TEXT,
  new_deadline TEXT,
  collective INTEGER NOT NULL CHECK (collective IN (0, 1)),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  mode TEXT NOT NULL CHECK (mode IN ('dry', 'redirected', 'live')),
  approval TEXT NOT NULL CHECK (approval IN ('waiting', 'approved')),
  approved_by TEXT,
  -- For «hold»: leaves by itself after this unless stopped.
  leaves_at TEXT,
  state TEXT NOT NULL CHECK (state IN
    ('planned', 'rendered', 'claimed', 'eod', 'sent', 'retry', 'rejected', 'uncertain', 'cancelled', 'expired')),
  planned_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  mail_message_id TEXT UNIQUE,
  message_id INTEGER REFERENCES message (id),
  envelope TEXT CHECK (envelope IS NULL OR json_valid(envelope)),
  subject TEXT,
  -- The plain text as sent (removed from replies that quote it), and its core (quoted below a later letter).
  text TEXT,
  quotable TEXT,
  attempt INTEGER NOT NULL DEFAULT 0,
  next_try_at TEXT,
  claimed_at TEXT,
  done_at TEXT,
  response TEXT
) STRICT;
CREATE INDEX letter_by_state ON letter (state, due_at);
CREATE INDEX letter_by_campaign ON letter (campaign_id, id);

-- Why a case gets this letter; `occasion` names the rung of a deadline, the round, or the request. trial = dry or redirected.
CREATE TABLE letter_case (
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  case_id INTEGER NOT NULL REFERENCES cases (id),
  occasion TEXT NOT NULL,
  trial INTEGER NOT NULL CHECK (trial IN (0, 1)),
  because TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('owed', 'sent', 'dropped', 'rejected')),
  dropped_because TEXT,
  PRIMARY KEY (letter_id, case_id),
  UNIQUE (case_id, occasion, trial)
) STRICT;

CREATE TRIGGER letter_state_moves BEFORE UPDATE OF state ON letter
WHEN old.state <> new.state AND NOT (
     (old.state = 'planned'   AND new.state IN ('rendered', 'cancelled', 'expired'))
  OR (old.state = 'rendered'  AND new.state IN ('claimed', 'planned', 'cancelled', 'expired'))
  OR (old.state = 'claimed'   AND new.state IN ('eod', 'rendered', 'retry', 'rejected', 'sent', 'planned', 'cancelled'))
  OR (old.state = 'eod'       AND new.state IN ('sent', 'retry', 'rejected', 'uncertain'))
  OR (old.state = 'retry'     AND new.state IN ('rendered', 'planned', 'cancelled', 'expired'))
  OR (old.state = 'uncertain' AND new.state IN ('sent', 'rendered', 'cancelled'))
)
BEGIN SELECT RAISE(ABORT, 'letter: this change of state is not allowed'); END;

-- Bytes are frozen when rendered: only a letter that goes back to planned gets a new Message-ID.
CREATE TRIGGER letter_bytes_are_frozen BEFORE UPDATE OF mail_message_id, message_id ON letter
WHEN old.state IN ('claimed', 'eod', 'sent', 'uncertain')
  AND (old.mail_message_id IS NOT new.mail_message_id OR old.message_id IS NOT new.message_id)
BEGIN SELECT RAISE(ABORT, 'letter: its bytes are frozen'); END;
