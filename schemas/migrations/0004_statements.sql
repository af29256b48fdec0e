-- Version 4: uses and statements know their article; tasks have keys. Nothing is lost: all of it is made from the
-- articles, and made anew by the next `acta ingest` or `acta resolve --db`.

DELETE FROM task_statement;
DELETE FROM task;
DELETE FROM entity_form;
DELETE FROM entity;
DELETE FROM story;
DELETE FROM story_key;
DROP TABLE entity_use;
DROP TABLE story_article;
DROP TABLE task_statement;

-- The form that a record uses.
CREATE TABLE entity_use (
  record INTEGER PRIMARY KEY,  -- official, agency or resolution; may be gone since the article was read anew
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- where the record stands
  form INTEGER NOT NULL REFERENCES entity_form (key) DEFERRABLE INITIALLY DEFERRED,  -- the form
  authority INTEGER NOT NULL,  -- of the article's language: 0 Vietnamese, 1 English, 2 Russian
  name TEXT NOT NULL,  -- the name in this article
  rule TEXT NOT NULL,  -- why it is that form: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;

CREATE INDEX entity_use_by_article ON entity_use (article);
CREATE INDEX entity_use_by_form ON entity_use (form, authority, name);

-- The story that an article tells.
CREATE TABLE story_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  story INTEGER NOT NULL REFERENCES story (key) DEFERRABLE INITIALLY DEFERRED,  -- its story
  tables TEXT NOT NULL,  -- version of the tables by which it was resolved; empty once it was read anew
  evidence TEXT NOT NULL  -- what it shares with another article of the story; empty for the only one
) STRICT;

CREATE INDEX story_article_by_story ON story_article (story);

-- What says that a task is to be done, is put off, or is done.
CREATE TABLE task_statement (
  record INTEGER PRIMARY KEY,  -- directive, deadline or progress; may be gone since the article was read anew
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- where the record stands
  task INTEGER NOT NULL REFERENCES task (key) DEFERRABLE INITIALLY DEFERRED,  -- the task
  id TEXT NOT NULL,  -- of the record
  what TEXT NOT NULL  -- what it says of the task
    CHECK (what IN ('assigned', 'repeated', 'extended', 'reported')),
  action TEXT NOT NULL,  -- the task in its words
  authority INTEGER NOT NULL,  -- of the article's language: 0 Vietnamese, 1 English, 2 Russian
  assignees TEXT NOT NULL,  -- who has to do it: a JSON array of forms
  bundle TEXT NOT NULL,  -- statements of one story that are one task share it
  due TEXT CHECK (due GLOB '????-??-??'),  -- the day that it names
  said TEXT CHECK (said GLOB '????-??-??'),  -- the day of the article
  state TEXT  -- of a report: what became of the task
    CHECK (state IN ('done', 'on_schedule', 'late', 'not_started', 'cancelled')),
  rule TEXT NOT NULL,  -- why it is this task: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;

CREATE INDEX task_statement_by_task ON task_statement (task);
CREATE INDEX task_statement_by_article ON task_statement (article);
CREATE INDEX task_statement_by_what ON task_statement (what, task);

-- What statements that may be one task share.
CREATE TABLE task_key (
  word TEXT NOT NULL,  -- who, and a part of the words
  record INTEGER NOT NULL REFERENCES task_statement (record) ON DELETE CASCADE,  -- the statement
  PRIMARY KEY (word, record)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_key_by_record ON task_key (record);
