-- What a program that runs for months has to remember.

-- The moment just before the final dot: from here on the letter may have been taken (reliability.md §4.2).
ALTER TABLE letter ADD COLUMN eod_at TEXT;
-- A copy stands in the Sent folder (or there is none to put it in).
ALTER TABLE letter ADD COLUMN copied_at TEXT;
-- Moved to the folder of handled mail.
ALTER TABLE mailbox_item ADD COLUMN moved_at TEXT;
CREATE INDEX mailbox_item_by_message ON mailbox_item (message_id);

-- When each job of the schedule ran last: due-ness lives here, in UTC, so that no clock change makes it run twice.
CREATE TABLE schedule_run (
  job TEXT PRIMARY KEY,
  last_at TEXT NOT NULL
) STRICT;

-- «Deres ref.» of every case is looked up for every mail that comes.
CREATE INDEX journal_with_references ON journal (case_id) WHERE json_array_length(data, '$.caseRefs') > 0;
CREATE INDEX journal_undone ON journal (json_extract(data, '$.entry')) WHERE event = 'undone';

-- The bytes apart from what is noted about a mail: else each such note would write the whole mail again.
CREATE TABLE message_bytes (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  bytes BLOB NOT NULL
) STRICT;
INSERT INTO message_bytes (message_id, bytes) SELECT id, bytes FROM message;
ALTER TABLE message DROP COLUMN bytes;
