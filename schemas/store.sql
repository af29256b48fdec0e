-- The store: one file, every value with the characters that state it. docs/store.md is the guide to it.
--
-- Keys are derived from content, never from the order of arrival: the same articles give the same rows,
-- whoever read them, in whatever order. Only `visit` changes from run to run; `acta dump` leaves it out.
-- Offsets (start, end) count Unicode code points of article.text: substr(text, start + 1, end - start).
-- Dates are YYYY-MM-DD, with ???? where the year is not known.

-- What was read: one row for each content of each URL.
CREATE TABLE article (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over the columns below, pack apart
  url TEXT,  -- final URL after redirects; null for a file without a known URL
  canonical_url TEXT,  -- the URL that the page states for itself, absolute
  source_url TEXT,  -- where a syndicated copy says that it was taken from
  site TEXT,  -- the site's own name
  title TEXT NOT NULL,  -- the headline; may be empty
  byline TEXT,  -- names joined by "; "
  published TEXT,  -- ISO date, or date and time, as the page states it
  language TEXT,  -- ISO 639-1 of the text
  status TEXT NOT NULL,  -- "ok", or why the reading is partial
  captions TEXT NOT NULL,  -- captions of pictures, a JSON array of strings
  text TEXT NOT NULL,  -- title, an empty line, then the body; UTF-8 in NFC
  text_hash TEXT NOT NULL,  -- SHA-256 of text, hexadecimal
  pack TEXT NOT NULL  -- name and version of the language pack that read it
) STRICT;

CREATE INDEX article_by_text ON article (text_hash);

-- The paragraphs of an article, in order.
CREATE TABLE paragraph (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  n INTEGER NOT NULL,  -- place in the article, from 0
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  kind TEXT NOT NULL  -- what it is for a reader
    CHECK (kind IN ('title', 'body', 'heading', 'list_item', 'caption')),
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

-- Every input that was ever named, and what became of it.
CREATE TABLE input (
  source TEXT PRIMARY KEY,  -- the path or URL, as it was given or as a feed or folder gave it
  outcome TEXT NOT NULL  -- read, or refused
    CHECK (outcome IN ('ok', 'refused')),
  reason TEXT,  -- the stable word for the refusal: "timeout", "too_large" …; null when it was read
  article INTEGER REFERENCES article (key)  -- what was read; null when it was refused
    CHECK ((outcome = 'ok') = (article IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX input_by_article ON input (article);

-- How the last visit of an input went. The only table that differs between two equal runs.
CREATE TABLE visit (
  source TEXT PRIMARY KEY REFERENCES input (source) ON DELETE CASCADE,  -- the input
  fetched_at INTEGER,  -- seconds since 1970, UTC; null when unknown
  http_status INTEGER,  -- of the final response; null for a file
  tls_unverified INTEGER NOT NULL CHECK (tls_unverified IN (0, 1)),  -- 1 if no certificate was checked
  message TEXT  -- what happened, for people; null when it was read
) STRICT, WITHOUT ROWID;

-- Every record of every kind. Its fields stand in the table of its kind, under the same key.
CREATE TABLE record (
  key INTEGER PRIMARY KEY,  -- the article's key and the first 44 bits of id, added up
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- where it stands
  kind TEXT NOT NULL  -- the table of its fields
    CHECK (kind IN ('official', 'agency', 'resolution', 'target', 'deadline', 'directive',
      'progress', 'event')),
  n INTEGER NOT NULL,  -- place among the records of its kind in the article, from 0
  id TEXT NOT NULL,  -- public and stable: the same text gives the same id on every machine
  rule TEXT NOT NULL,  -- the rule that made it, file and line
  basis TEXT NOT NULL  -- the weakest basis of its fields
    CHECK (basis IN ('printed', 'resolved', 'inferred')),
  start INTEGER,  -- of the place that made it: first code point; null when it stands nowhere
  "end" INTEGER,  -- one past the last code point
  quote TEXT,  -- the characters there
  mentions TEXT,  -- the other places: [[start, end], …]; null when there is none
  evidence TEXT NOT NULL  -- places of its values: {"task": [[start, end]], "date": [[start, end, "inferred"]]}
) STRICT;

-- The views `mention` and `evidence` of views.sql have a row for each place.

CREATE UNIQUE INDEX record_by_article ON record (article, kind, n);
CREATE INDEX record_by_id ON record (id);

-- A named person who holds a public, party, military or public-body post.
CREATE TABLE official (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name TEXT NOT NULL  -- the fullest form in the article, no title, Russian in the nominative
) STRICT;

-- The posts of an official.
CREATE TABLE official_posts (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the official
  n INTEGER NOT NULL,  -- place in the list, from 0
  title TEXT,  -- the post as written, Russian in the nominative
  role TEXT  -- the kind of post
    CHECK (role IN ('general_secretary', 'president', 'vice_president', 'prime_minister',
      'deputy_prime_minister', 'minister', 'deputy_minister', 'secretary', 'deputy_secretary',
      'standing_deputy_secretary', 'chair', 'vice_chair', 'standing_vice_chair', 'director',
      'deputy_director', 'head', 'deputy_head', 'chief_of_office', 'member', 'standing_member',
      'alternate_member', 'delegate', 'commander', 'governor', 'deputy_governor', 'mayor',
      'deputy_mayor', 'ambassador', 'other')),
  body TEXT,  -- the body as written beside the title, Russian in the nominative
  capacity TEXT  -- whether the post is held, was held, or is held for another
    CHECK (capacity IN ('current', 'former', 'acting', 'in_charge', 'appointed', 'relieved',
      'deceased')),
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;

-- A specific, named public body.
CREATE TABLE agency (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name TEXT NOT NULL,  -- the fullest written form, Russian in the nominative
  kind TEXT  -- the kind of body
    CHECK (kind IN ('peoples_committee', 'peoples_council', 'party_committee', 'ministry',
      'department', 'division', 'office', 'police', 'military', 'court', 'procuracy', 'inspectorate',
      'front', 'association', 'steering_committee', 'assembly', 'government', 'politburo',
      'central_committee', 'agency', 'school', 'hospital', 'other')),
  level TEXT  -- the level of government
    CHECK (level IN ('central', 'province', 'district', 'commune')),
  place TEXT,  -- the place whose body it is
  place_basis TEXT  -- whether the place is printed or inferred
    CHECK (place_basis IN ('printed', 'resolved', 'inferred'))
) STRICT;

-- An official instrument that the article cites, told apart by kind.
CREATE TABLE resolution (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  kind TEXT  -- the kind of instrument
    CHECK (kind IN ('resolution', 'decision', 'directive', 'conclusion', 'plan', 'programme',
      'project', 'law', 'decree', 'circular', 'joint_circular', 'code', 'constitution', 'dispatch',
      'official_letter', 'notice', 'report', 'order', 'ordinance', 'regulation', 'strategy',
      'planning', 'other')),
  subkind TEXT,  -- the finer kind, as the state names it
  number TEXT,  -- exactly as printed, without the number sign
  number_key TEXT,  -- the number folded for comparison
  issued TEXT CHECK (issued GLOB '????-??-??'),  -- the day it was issued
  issuer TEXT,  -- the body or person that issued it, as written
  title TEXT,  -- what it is about, as written
  state TEXT  -- issued, a draft, or still to be written
    CHECK (state IN ('issued', 'draft', 'to_be_written')),
  signer TEXT,  -- the person who signed it
  on_behalf_of TEXT  -- for whom it was signed
) STRICT;

-- A measured quantity that is to be reached or was reached.
CREATE TABLE target (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  quote TEXT NOT NULL,  -- the shortest phrase that states it
  indicator TEXT,  -- what is measured, as written
  value REAL NOT NULL,  -- the figure, amounts multiplied out, percent as 30
  value_max REAL,  -- the upper figure of a range
  "of" REAL,  -- the whole that the value is counted out of
  unit TEXT  -- the unit of the value
    CHECK (unit IN ('percent', 'vnd', 'usd', 'rub', 'eur', 'php', 'inr', 'task', 'project',
      'procedure', 'dossier', 'criterion', 'document', 'household', 'person', 'job', 'student', 'bed',
      'enterprise', 'cooperative', 'commune', 'village', 'district', 'province', 'locality', 'school',
      'km', 'metre', 'hectare', 'square_metre', 'cubic_metre', 'tonne', 'tonne_per_hectare',
      'megawatt', 'day', 'month', 'year', 'rank', 'ratio', 'times', 'point', 'other')),
  comparator TEXT  -- how the figure binds
    CHECK (comparator IN ('at_least', 'at_most', 'equal', 'approx', 'range')),
  direction TEXT  -- growth, fall, or a level
    CHECK (direction IN ('increase', 'decrease', 'reach')),
  "by" TEXT CHECK ("by" GLOB '????-??-??'),  -- the last day of the date that goes with it
  status TEXT  -- a goal, or a result or estimate
    CHECK (status IN ('goal', 'result')),
  subject TEXT,  -- whose figure it is
  period TEXT,  -- of which period, as written
  as_of TEXT CHECK (as_of GLOB '????-??-??'),  -- as of which day
  baseline TEXT  -- compared with what, as written
) STRICT;

-- A point or period by which a task is to be done.
CREATE TABLE deadline (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  date TEXT CHECK (date GLOB '????-??-??'),  -- the last day that still meets it; null: see anchor
  precision TEXT  -- the unit printed
    CHECK (precision IN ('day', 'month', 'quarter', 'half_year', 'year')),
  quote TEXT NOT NULL,  -- the shortest phrase that states it
  task TEXT,  -- what is due
  raw TEXT,  -- the date as printed
  kind TEXT  -- an obligation, an expectation or a vision
    CHECK (kind IN ('obligation', 'expected', 'vision')),
  recurrence TEXT  -- as printed, when it comes again
) STRICT;

-- Who has to meet a deadline.
CREATE TABLE deadline_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the deadline
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- who has to do it, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;

-- The event that a deadline is counted from; at most one row for a deadline.
CREATE TABLE deadline_anchor (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the deadline
  n INTEGER NOT NULL,  -- place in the list, from 0
  count REAL,  -- how many units
  unit TEXT  -- day, month or year
    CHECK (unit IN ('percent', 'vnd', 'usd', 'rub', 'eur', 'php', 'inr', 'task', 'project',
      'procedure', 'dossier', 'criterion', 'document', 'household', 'person', 'job', 'student', 'bed',
      'enterprise', 'cooperative', 'commune', 'village', 'district', 'province', 'locality', 'school',
      'km', 'metre', 'hectare', 'square_metre', 'cubic_metre', 'tonne', 'tonne_per_hectare',
      'megawatt', 'day', 'month', 'year', 'rank', 'ratio', 'times', 'point', 'other')),
  "from" TEXT,  -- the event it is counted from, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;

-- Someone with authority assigns, asks or proposes that a body do a task.
CREATE TABLE directive (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  issuer TEXT,  -- the person's bare name if the article gives it, else the body
  action TEXT NOT NULL,  -- the task from its verb, its clause, at most 60 words
  deadline TEXT CHECK (deadline GLOB '????-??-??'),  -- the first date of the task
  strength TEXT  -- how binding it is
    CHECK (strength IN ('order', 'assign', 'request', 'remind', 'emphasise', 'propose', 'hope')),
  given TEXT CHECK (given GLOB '????-??-??'),  -- the day it was given
  urgency TEXT,  -- as written
  negated INTEGER CHECK (negated IN (0, 1)),  -- true when something is not to be done
  "except" TEXT  -- who is exempted, as written
) STRICT;

-- The leads of a directive.
CREATE TABLE directive_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- the leads, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;

-- The instruments that a directive names, as printed.
CREATE TABLE directive_resolutions (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- numbers or titles of the instruments concerned
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;

-- Everyone who has a part in a directive.
CREATE TABLE directive_parties (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  name TEXT NOT NULL,  -- as written, Russian in the nominative
  role TEXT  -- its part in the task
    CHECK (role IN ('lead', 'support', 'advised', 'recipient', 'via')),
  "group" INTEGER CHECK ("group" IN (0, 1)),  -- true for a collective addressee without a name
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;

-- The records that a directive stands in relation to. All of them are of the same article.
CREATE TABLE directive_links (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  list TEXT NOT NULL  -- which list of links it stands in
    CHECK (list IN ('deadlines', 'targets', 'resolutions')),
  n INTEGER NOT NULL,  -- place in the list, from 0
  target INTEGER NOT NULL REFERENCES record (key) DEFERRABLE INITIALLY DEFERRED,  -- the record it links to
  relation TEXT  -- for resolutions: how the directive stands to it
    CHECK (relation IN ('under', 'implements', 'issued_in', 'to_draft')),
  PRIMARY KEY (record, list, n)
) STRICT, WITHOUT ROWID;

-- What became of tasks.
CREATE TABLE progress (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  body TEXT,  -- whose tasks
  task TEXT,  -- which tasks, as written
  value REAL,  -- how many
  "of" REAL,  -- out of how many
  state TEXT NOT NULL  -- what became of them
    CHECK (state IN ('done', 'on_schedule', 'late', 'not_started', 'cancelled')),
  as_of TEXT CHECK (as_of GLOB '????-??-??'),  -- as of which day
  reporter TEXT  -- who says so
) STRICT;

-- The meeting, inspection or ceremony that the article reports.
CREATE TABLE event (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  kind TEXT NOT NULL  -- the kind of event
    CHECK (kind IN ('meeting', 'inspection', 'ceremony', 'visit', 'signing', 'session', 'congress',
      'other')),
  date TEXT CHECK (date GLOB '????-??-??'),  -- the last day that still meets it; null: see anchor
  place TEXT,  -- where
  chair TEXT  -- the person who chaired it
) STRICT;

CREATE INDEX deadline_by_date ON deadline (date);
CREATE INDEX directive_by_date ON directive (deadline);
CREATE INDEX resolution_by_number ON resolution (number_key);
CREATE INDEX links_by_target ON directive_links (target);

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
  record INTEGER PRIMARY KEY,  -- official, agency or resolution; may be gone since the article was read anew
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- where the record stands
  form INTEGER NOT NULL REFERENCES entity_form (key) DEFERRABLE INITIALLY DEFERRED,  -- the form
  authority INTEGER NOT NULL,  -- of the article's language: 0 Vietnamese, 1 English, 2 Russian
  name TEXT NOT NULL,  -- the name in this article
  rule TEXT NOT NULL,  -- why it is that form: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;

CREATE INDEX entity_use_by_article ON entity_use (article, form);
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
  tables TEXT NOT NULL,  -- version of the tables by which it was resolved; empty once it was read anew
  evidence TEXT NOT NULL  -- what it shares with another article of the story; empty for the only one
) STRICT;

CREATE INDEX story_article_by_story ON story_article (story);

-- What articles that may tell one story share.
CREATE TABLE story_key (
  word TEXT NOT NULL,  -- the week, and a person's name in classes of sounds, a document's number or a figure
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
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),  -- 1 if statements of one story name different days
  changed INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1))  -- 1 if it was put off, or ordered by several stories
) STRICT;

CREATE UNIQUE INDEX task_by_id ON task (id);
CREATE INDEX task_changed ON task (due, key) WHERE changed;

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

-- What statements that may be one task share.
CREATE TABLE task_key (
  word TEXT NOT NULL,  -- the half of a year, who, and a part of the words
  record INTEGER NOT NULL REFERENCES task_statement (record) ON DELETE CASCADE,  -- the statement
  PRIMARY KEY (word, record)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_key_by_record ON task_key (record);

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
-- ---------------------------------------------------------------------------------------------------
-- What questions look things up by. All of it is derived from the tables above, at the time of storing,
-- and may change from version to version; `acta dump` leaves it out.

-- The card of an article: what filters and lists need of it, without its text.
CREATE TABLE find_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  current INTEGER NOT NULL CHECK (current IN (0, 1)),  -- 1 when it is what an input gave last
  source TEXT,  -- its URL, else the first input that gave it
  host TEXT,  -- of the source, "www." left out; the folder of a file
  published TEXT,  -- the day
  language TEXT,  -- of the text
  partial INTEGER NOT NULL CHECK (partial IN (0, 1)),  -- 1 when it was read in part only
  records INTEGER NOT NULL,  -- how many records it has
  stored INTEGER  -- when the run began that stored it, seconds since 1970, UTC
) STRICT;

CREATE INDEX find_article_by_host ON find_article (host, language, current, published, records, partial);
CREATE INDEX find_article_by_stored ON find_article (stored, article);

CREATE TRIGGER input_came AFTER INSERT ON input WHEN new.article IS NOT NULL BEGIN
  UPDATE find_article SET current = 1, source = coalesce(source, new.source),
    host = coalesce(host, acta_host(new.source)) WHERE article = new.article;
END;
CREATE TRIGGER input_changed AFTER UPDATE OF article ON input BEGIN
  UPDATE find_article SET current = EXISTS (SELECT 1 FROM input WHERE article = old.article)
    WHERE article = old.article;
  UPDATE find_article SET current = 1, source = coalesce(source, new.source),
    host = coalesce(host, acta_host(new.source)) WHERE article = new.article;
END;
CREATE TRIGGER input_went AFTER DELETE ON input WHEN old.article IS NOT NULL BEGIN
  UPDATE find_article SET current = EXISTS (SELECT 1 FROM input WHERE article = old.article)
    WHERE article = old.article;
END;

-- Headlines, and the lines after them, folded (lower case, without marks): full text search. Nothing but the index.
CREATE VIRTUAL TABLE find_text USING fts5 (
  title, body, content = '', tokenize = "unicode61 remove_diacritics 0");

CREATE TRIGGER article_went AFTER DELETE ON article BEGIN
  INSERT INTO find_text (find_text, rowid, title, body)
    VALUES ('delete', old.key, acta_fold(old.title), acta_fold(substr(old.text, instr(old.text, char(10)) + 1)));
END;

-- Every name of a person, a body, a place or an instrument that a record gives, once.
CREATE TABLE find_name (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over the name
  name TEXT NOT NULL  -- as a record has it
) STRICT;

-- Their words, folded. Nothing but the index.
CREATE VIRTUAL TABLE find_words USING fts5 (
  name, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 0");

-- Both take many articles at once.
INSERT INTO find_text (find_text, rank) VALUES ('hashsize', 33554432);
INSERT INTO find_words (find_words, rank) VALUES ('hashsize', 33554432);

-- Which names an article gives; the view find_record has a row for each use.
CREATE TABLE find_named (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  name INTEGER NOT NULL,  -- the key of the name
  uses TEXT NOT NULL,  -- which records give it in which field, a JSON array: "123 issuer", "123 parties.name"
  PRIMARY KEY (article, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX find_named_by_name ON find_named (name);

-- The rows of the questions that have a row for a statement, in their order.
CREATE TABLE find_row (
  question TEXT NOT NULL,  -- due, official, resolution, target, progress, request; "under NUMBER" beside due
  day TEXT NOT NULL,  -- what --from and --to are held against; "~" when there is none
  article INTEGER NOT NULL,  -- the article
  record INTEGER NOT NULL,  -- the record
  part TEXT NOT NULL,  -- of an official: post, chaired, ordered, signed, reported; of a resolution: the relation; of "under": the number
  other INTEGER NOT NULL,  -- of a resolution: its record; of a post: its place in the list; else 0
  PRIMARY KEY (question, day, article, record, part, other)
) STRICT, WITHOUT ROWID;

-- Where an article has such rows.
CREATE TABLE find_day (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  question TEXT NOT NULL,  -- as in find_row
  day TEXT NOT NULL,  -- the same
  PRIMARY KEY (article, question, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER day_went AFTER DELETE ON find_day BEGIN
  DELETE FROM find_row WHERE question = old.question AND day = old.day AND article = old.article;
END;

-- The series of figures that a target belongs to: its subject, indicator and unit, folded.
CREATE TABLE find_series (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the target
  series TEXT NOT NULL,  -- the same for figures that can be compared
  status TEXT  -- goal or result
) STRICT;

CREATE INDEX find_series_by_series ON find_series (series, status);

CREATE INDEX input_refused ON input (reason, source) WHERE outcome = 'refused';

CREATE INDEX story_by_place ON story (place, place_name);
CREATE INDEX task_by_due ON task (due);

-- The page that an article was read from. An edited page has a version for each text that it had.
CREATE TABLE version (
  page TEXT NOT NULL,  -- canonical URL, or the one it was had from, normalised; of a file its path
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- what it said
  PRIMARY KEY (page, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX version_by_article ON version (article);

-- When a page was seen to say so. Differs between two equal runs, like visit.
CREATE TABLE sighting (
  n INTEGER PRIMARY KEY,  -- order of arrival
  page TEXT NOT NULL,  -- the page
  article INTEGER NOT NULL,  -- what it said
  first_seen INTEGER,  -- seconds since 1970, UTC; null when unknown
  last_seen INTEGER,  -- the same
  UNIQUE (page, article),
  FOREIGN KEY (page, article) REFERENCES version (page, article) ON DELETE CASCADE
) STRICT;

-- What texts are compared by (pipeline/text/likeness.h): of each text once, with an article that has it.
CREATE TABLE find_sketch (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  text_hash TEXT NOT NULL,  -- of its text
  shingles BLOB NOT NULL  -- hashes of the runs of four words: 4 bytes each, ascending
) STRICT;

-- By what like texts find each other: 24 hashes of each text that is in find_sketch.
CREATE TABLE find_band (
  band INTEGER NOT NULL,  -- two like texts have one in common
  article INTEGER NOT NULL,  -- as in find_sketch
  PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sketch_changed AFTER UPDATE OF article ON find_sketch BEGIN
  UPDATE find_band SET article = new.article
    WHERE article = old.article AND band IN (SELECT value FROM json_each(acta_bands(old.shingles)));
END;
CREATE TRIGGER sketch_went AFTER DELETE ON find_sketch BEGIN
  DELETE FROM find_band
    WHERE article = old.article AND band IN (SELECT value FROM json_each(acta_bands(old.shingles)));
END;

-- Articles whose texts are alike, versions of one page among them.
CREATE TABLE find_copy (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the smaller key of the two
  other INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the larger one
  kind TEXT NOT NULL  -- the same words, the same but for edits, or one a part of the other
    CHECK (kind IN ('same', 'near', 'part')),
  overlap REAL NOT NULL,  -- share of the runs of four words, of both texts, or of the smaller one
  PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX find_copy_by_other ON find_copy (other);

-- What was removed on request (acta forget) and is not stored again. Hashes alone: the file does not say what it was.
CREATE TABLE forgotten (
  what TEXT NOT NULL CHECK (what IN ('page', 'name')),  -- an address, or a way in which a name is printed
  hash TEXT NOT NULL,  -- SHA-256, hexadecimal, of what pipeline/store/forgotten.h makes of it
  words INTEGER NOT NULL,  -- of a name: how many words it has; else 0
  request INTEGER NOT NULL,  -- what was removed by one request shares it
  at INTEGER NOT NULL,  -- when, seconds since 1970, UTC
  PRIMARY KEY (what, hash)
) STRICT, WITHOUT ROWID;

-- Which forms a name has, over all articles.
CREATE TABLE find_form (
  name INTEGER NOT NULL,  -- key of the name, as in find_name
  form INTEGER NOT NULL,  -- the form
  uses INTEGER NOT NULL,  -- how many records use it so
  PRIMARY KEY (name, form)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER use_came AFTER INSERT ON entity_use BEGIN
  INSERT INTO find_form (name, form, uses) VALUES (acta_key(new.name), new.form, 1)
    ON CONFLICT DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER use_went AFTER DELETE ON entity_use BEGIN
  UPDATE find_form SET uses = uses - 1 WHERE name = acta_key(old.name) AND form = old.form;
  DELETE FROM find_form WHERE name = acta_key(old.name) AND form = old.form AND uses = 0;
END;
