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
