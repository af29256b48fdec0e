-- Version 2: who and what the records speak of.

-- Who and what the records speak of, over all articles and languages (docs/resolution.md). All of it follows from
-- the articles and the file of corrections; `acta resolve --db` makes it anew.

-- A person, a body or an instrument.
CREATE TABLE entity (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over id
  id TEXT NOT NULL,  -- public and stable: "official-" and 16 hexadecimal digits
  type TEXT NOT NULL  -- the kind of record that names it
    CHECK (type IN ('official', 'agency', 'resolution')),
  name TEXT NOT NULL,  -- to show: in Vietnamese, where it is known
  name_en TEXT,  -- in English or without marks
  name_ru TEXT,  -- in Russian
  kind TEXT,  -- of a body or an instrument, as in agency.kind and resolution.kind
  place TEXT,  -- whose it is: key of a place, "central", or null when it is not known
  valid_from TEXT CHECK (valid_from GLOB '????-??-??'),  -- of a body of the catalog: its first day
  valid_to TEXT CHECK (valid_to GLOB '????-??-??')  -- of a body of the catalog: its last day
) STRICT;

CREATE UNIQUE INDEX entity_by_id ON entity (id);

-- A name in a context, and the entity that it means. What is corrected, and what other articles are held against.
CREATE TABLE entity_form (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over form
  form TEXT NOT NULL,  -- type, name, place and office or year, parted by |
  type TEXT NOT NULL  -- as of the entity
    CHECK (type IN ('official', 'agency', 'resolution')),
  block TEXT NOT NULL,  -- forms that may be one entity share it
  language TEXT NOT NULL,  -- vi, en or ru: of the name
  name TEXT NOT NULL,  -- as an article prints it, a Vietnamese one before others
  name_en TEXT,  -- as an English article prints it
  name_ru TEXT,  -- as a Russian article has it, in the nominative
  kind TEXT NOT NULL,  -- of a body or an instrument; may be empty
  scope TEXT NOT NULL,  -- place whose it is, "central", "?story-…" or empty
  part TEXT NOT NULL,  -- office of an official, id of a body in the catalog, year of an instrument
  entity INTEGER NOT NULL REFERENCES entity (key) DEFERRABLE INITIALLY DEFERRED,  -- what it means
  rule TEXT NOT NULL,  -- why it means that: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;

CREATE UNIQUE INDEX entity_form_by_form ON entity_form (form);
CREATE INDEX entity_form_by_block ON entity_form (block);
CREATE INDEX entity_form_by_entity ON entity_form (entity);

-- The form that a record uses.
CREATE TABLE entity_use (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- official, agency or resolution
  form INTEGER NOT NULL REFERENCES entity_form (key) DEFERRABLE INITIALLY DEFERRED,  -- the form
  authority INTEGER NOT NULL,  -- of the article's language: 0 Vietnamese, 1 English, 2 Russian
  name TEXT NOT NULL,  -- the name in this article
  rule TEXT NOT NULL,  -- why it is that form: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;

CREATE INDEX entity_use_by_form ON entity_use (form, authority, name);

-- Articles that tell one thing: translations, syndicated copies, two reports of one meeting.
CREATE TABLE story (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over id
  id TEXT NOT NULL,  -- public: "story-" and 16 hexadecimal digits
  place TEXT,  -- key of the place where it plays; null when it is not known
  place_name TEXT,  -- its name
  place_basis TEXT  -- how the place is known
    CHECK (place_basis IN ('printed', 'site', 'text'))
) STRICT;

CREATE UNIQUE INDEX story_by_id ON story (id);

-- The story that an article tells.
CREATE TABLE story_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  story INTEGER NOT NULL REFERENCES story (key) DEFERRABLE INITIALLY DEFERRED,  -- its story
  pack TEXT NOT NULL,  -- pack and tables by which it was resolved
  evidence TEXT NOT NULL  -- what it shares with another article of the story; empty for the only one
) STRICT;

CREATE INDEX story_article_by_story ON story_article (story);

-- What articles that may tell one story share.
CREATE TABLE story_key (
  word TEXT NOT NULL,  -- a person's name in classes of sounds, a document's number, a figure
  day INTEGER NOT NULL,  -- of publication, in days since 1970; -1000000 when it is not known
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  PRIMARY KEY (word, day, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_key_by_article ON story_key (article);

-- A thing to be done, by whomever and however often it was said.
CREATE TABLE task (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over id
  id TEXT NOT NULL,  -- public: "task-" and 16 hexadecimal digits
  action TEXT NOT NULL,  -- in the words of its first statement, Vietnamese before a translation
  language TEXT NOT NULL,  -- of the words
  assignees TEXT NOT NULL,  -- a JSON array of ids of entities
  due TEXT CHECK (due GLOB '????-??-??'),  -- the last day, as the latest statement has it
  first_due TEXT CHECK (first_due GLOB '????-??-??'),  -- as the first statement had it
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1))  -- 1 if statements of one story name different days
) STRICT;

CREATE UNIQUE INDEX task_by_id ON task (id);

-- What says that a task is to be done, is put off, or is done.
CREATE TABLE task_statement (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- directive, deadline, target, progress
  task INTEGER NOT NULL REFERENCES task (key) DEFERRABLE INITIALLY DEFERRED,  -- the task
  what TEXT NOT NULL  -- what it says of the task
    CHECK (what IN ('assigned', 'repeated', 'extended', 'reported')),
  due TEXT CHECK (due GLOB '????-??-??'),  -- the day that it names
  said TEXT CHECK (said GLOB '????-??-??'),  -- the day of the article
  rule TEXT NOT NULL,  -- why it is this task: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;

CREATE INDEX task_statement_by_task ON task_statement (task);

-- Corrections by people, a copy of the file that they are kept in, in its order.
CREATE TABLE correction (
  n INTEGER PRIMARY KEY,  -- line of the file, from 1
  what TEXT NOT NULL  -- what was decided
    CHECK (what IN ('merge', 'split', 'wrong', 'undo')),
  at TEXT NOT NULL,  -- when, ISO date and time
  who TEXT NOT NULL,  -- by whom
  why TEXT NOT NULL,  -- the reason given
  subjects TEXT NOT NULL,  -- a JSON array: forms, ids of records, or the line that is undone
  old TEXT NOT NULL  -- what held before, a JSON object
) STRICT;

-- Records that a correction calls wrong. Views leave them out.
CREATE TABLE wrong_record (
  id TEXT PRIMARY KEY,  -- of the record
  correction INTEGER NOT NULL REFERENCES correction (n) DEFERRABLE INITIALLY DEFERRED  -- the line that says so
) STRICT, WITHOUT ROWID;
