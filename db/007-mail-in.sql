-- What makes sure that no mail is lost, counted twice, or able to stop the rest.

-- How often the program was reading a mail when it died; written only for mails that an earlier run had left unread.
CREATE TABLE read_attempt (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  attempts INTEGER NOT NULL,
  -- Set aside unread: not even a re-reading opens it.
  given_up_at TEXT
) STRICT;

-- What the last comparison of a mailbox with its server found: mails there, those of them that we had missed and fetched,
-- and those that we have and that people have moved or deleted.
CREATE TABLE mailbox_comparison (
  mailbox TEXT PRIMARY KEY,
  compared_at TEXT NOT NULL,
  since TEXT NOT NULL,
  there INTEGER NOT NULL,
  missed INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

-- How many mails a sender has sent within the hour is asked for every answer.
CREATE INDEX message_by_sender ON message (from_address, arrived_at);
