-- What was found of a mail's sender when it came: the word of the trusted server, and what the headers pretend.
-- Null = never looked at (older mails, letters of ours).
ALTER TABLE message ADD COLUMN trust TEXT CHECK (trust IN ('pass', 'unknown', 'fail'));
-- {because, doubts}, in Norwegian for the adviser.
ALTER TABLE message ADD COLUMN trust_words TEXT CHECK (json_valid(trust_words));
