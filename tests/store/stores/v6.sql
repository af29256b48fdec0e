-- A store of schema version 6 with one article, as the program of that version wrote it.
PRAGMA application_id = 1633907809;
PRAGMA user_version = 6;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO article VALUES(4429547758486150411,NULL,NULL,NULL,NULL,'UBND tỉnh giao ban tháng chín',NULL,'2025-09-03T08:00:00+07:00','vi','ok','[]',replace('UBND tỉnh giao ban tháng chín\n\nSáng 3/9, Phó Chủ tịch UBND tỉnh Lê Minh Tâm chủ trì giao ban tháng chín của Ủy ban nhân dân tỉnh Long Giang.\nPhó Chủ tịch UBND tỉnh Lê Minh Tâm yêu cầu Sở Y tế báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW trước ngày 15/9/2025.','\n',char(10)),'674ac1218b9d2bf8c02b0b4c54171165d0b944f5e4ff93fd65bc73cebe7e2d4a','vi 98b36ab5c14c8d75');
CREATE TABLE paragraph (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  n INTEGER NOT NULL,  -- place in the article, from 0
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  kind TEXT NOT NULL  -- what it is for a reader
    CHECK (kind IN ('title', 'body', 'heading', 'list_item', 'caption')),
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
INSERT INTO paragraph VALUES(4429547758486150411,0,0,29,'title');
INSERT INTO paragraph VALUES(4429547758486150411,1,31,140,'body');
INSERT INTO paragraph VALUES(4429547758486150411,2,141,262,'body');
CREATE TABLE input (
  source TEXT PRIMARY KEY,  -- the path or URL, as it was given or as a feed or folder gave it
  outcome TEXT NOT NULL  -- read, or refused
    CHECK (outcome IN ('ok', 'refused')),
  reason TEXT,  -- the stable word for the refusal: "timeout", "too_large" …; null when it was read
  article INTEGER REFERENCES article (key)  -- what was read; null when it was refused
    CHECK ((outcome = 'ok') = (article IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO input VALUES('a.html','ok',NULL,4429547758486150411);
INSERT INTO input VALUES('nothere.html','refused','not_found',NULL);
CREATE TABLE visit (
  source TEXT PRIMARY KEY REFERENCES input (source) ON DELETE CASCADE,  -- the input
  fetched_at INTEGER,  -- seconds since 1970, UTC; null when unknown
  http_status INTEGER,  -- of the final response; null for a file
  tls_unverified INTEGER NOT NULL CHECK (tls_unverified IN (0, 1)),  -- 1 if no certificate was checked
  message TEXT  -- what happened, for people; null when it was read
) STRICT, WITHOUT ROWID;
INSERT INTO visit VALUES('a.html',NULL,NULL,0,NULL);
INSERT INTO visit VALUES('nothere.html',NULL,NULL,0,'no such file');
CREATE TABLE record (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over article key and id
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- where it stands
  kind TEXT NOT NULL  -- the table of its fields
    CHECK (kind IN ('official', 'agency', 'resolution', 'target', 'deadline', 'directive',
      'progress', 'event')),
  n INTEGER NOT NULL,  -- place among the records of its kind in the article, from 0
  id TEXT NOT NULL,  -- public and stable: the same text gives the same id on every machine
  rule TEXT NOT NULL,  -- the rule that made it, file and line
  basis TEXT NOT NULL  -- the weakest basis of its fields
    CHECK (basis IN ('printed', 'resolved', 'inferred'))
) STRICT;
INSERT INTO record VALUES(2178526409495317085,4429547758486150411,'event',0,'acta-415f8dd0e26450c6','vi/event.toml:3','inferred');
INSERT INTO record VALUES(2976084625810805161,4429547758486150411,'resolution',0,'acta-f67f3985ea6db2ba','vi/resolution.toml:3','printed');
INSERT INTO record VALUES(3023360557580467309,4429547758486150411,'deadline',0,'acta-08eab1b90dbfcc4a','vi/deadline.toml:3','printed');
INSERT INTO record VALUES(3593518540136747363,4429547758486150411,'official',0,'acta-6336b5c3493ac9ef','vi/official.toml:3','printed');
INSERT INTO record VALUES(3765619230979712950,4429547758486150411,'agency',1,'acta-9b1c9c2cdf136fbb','vi/agency.toml:40','printed');
INSERT INTO record VALUES(3955372198356360610,4429547758486150411,'agency',0,'acta-15458c2bec45fb8f','vi/agency.toml:3','printed');
INSERT INTO record VALUES(6503303427100227073,4429547758486150411,'directive',0,'acta-5cb9190134a7eaf3','vi/directive.toml:19','printed');
CREATE TABLE mention (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  n INTEGER NOT NULL,  -- place among the mentions, from 0
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  quote TEXT NOT NULL,  -- the characters there
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO mention VALUES(2178526409495317085,0,31,139,'Sáng 3/9, Phó Chủ tịch UBND tỉnh Lê Minh Tâm chủ trì giao ban tháng chín của Ủy ban nhân dân tỉnh Long Giang');
INSERT INTO mention VALUES(2976084625810805161,0,218,240,'Nghị quyết số 57-NQ/TW');
INSERT INTO mention VALUES(3023360557580467309,0,241,261,'trước ngày 15/9/2025');
INSERT INTO mention VALUES(3593518540136747363,0,64,75,'Lê Minh Tâm');
INSERT INTO mention VALUES(3593518540136747363,1,164,175,'Lê Minh Tâm');
INSERT INTO mention VALUES(3765619230979712950,0,184,191,'Sở Y tế');
INSERT INTO mention VALUES(3955372198356360610,0,0,9,'UBND tỉnh');
INSERT INTO mention VALUES(3955372198356360610,1,54,63,'UBND tỉnh');
INSERT INTO mention VALUES(3955372198356360610,2,108,139,'Ủy ban nhân dân tỉnh Long Giang');
INSERT INTO mention VALUES(3955372198356360610,3,154,163,'UBND tỉnh');
INSERT INTO mention VALUES(6503303427100227073,0,141,262,'Phó Chủ tịch UBND tỉnh Lê Minh Tâm yêu cầu Sở Y tế báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW trước ngày 15/9/2025.');
CREATE TABLE evidence (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  field TEXT NOT NULL,  -- "task", "assignees", "posts.0.title"
  n INTEGER NOT NULL,  -- place in the list, 0 for a field that is no list
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  quote TEXT NOT NULL,  -- the characters there; the value may be a normal form of them
  basis TEXT NOT NULL  -- whether they print the value, or it was resolved or inferred
    CHECK (basis IN ('printed', 'resolved', 'inferred')),
  PRIMARY KEY (record, field, n)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence VALUES(2178526409495317085,'chair',0,41,75,'Phó Chủ tịch UBND tỉnh Lê Minh Tâm','printed');
INSERT INTO evidence VALUES(2178526409495317085,'date',0,31,39,'Sáng 3/9','inferred');
INSERT INTO evidence VALUES(2178526409495317085,'kind',0,84,92,'giao ban','printed');
INSERT INTO evidence VALUES(2976084625810805161,'kind',0,218,228,'Nghị quyết','printed');
INSERT INTO evidence VALUES(2976084625810805161,'number',0,232,240,'57-NQ/TW','printed');
INSERT INTO evidence VALUES(2976084625810805161,'number_key',0,232,240,'57-NQ/TW','printed');
INSERT INTO evidence VALUES(2976084625810805161,'subkind',0,218,228,'Nghị quyết','printed');
INSERT INTO evidence VALUES(3023360557580467309,'assignees',0,184,191,'Sở Y tế','printed');
INSERT INTO evidence VALUES(3023360557580467309,'date',0,247,261,'ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(3023360557580467309,'kind',0,241,261,'trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(3023360557580467309,'precision',0,247,261,'ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(3023360557580467309,'quote',0,241,261,'trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(3023360557580467309,'raw',0,247,261,'ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(3023360557580467309,'task',0,192,261,'báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(3593518540136747363,'name',0,64,75,'Lê Minh Tâm','printed');
INSERT INTO evidence VALUES(3593518540136747363,'posts.0.body',0,54,63,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(3593518540136747363,'posts.0.capacity',0,41,53,'Phó Chủ tịch','inferred');
INSERT INTO evidence VALUES(3593518540136747363,'posts.0.role',0,41,53,'Phó Chủ tịch','printed');
INSERT INTO evidence VALUES(3593518540136747363,'posts.0.title',0,41,53,'Phó Chủ tịch','printed');
INSERT INTO evidence VALUES(3765619230979712950,'kind',0,184,191,'Sở Y tế','printed');
INSERT INTO evidence VALUES(3765619230979712950,'level',0,184,191,'Sở Y tế','printed');
INSERT INTO evidence VALUES(3765619230979712950,'name',0,184,191,'Sở Y tế','printed');
INSERT INTO evidence VALUES(3955372198356360610,'kind',0,0,9,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(3955372198356360610,'level',0,0,9,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(3955372198356360610,'name',0,108,139,'Ủy ban nhân dân tỉnh Long Giang','printed');
INSERT INTO evidence VALUES(3955372198356360610,'place',0,129,139,'Long Giang','printed');
INSERT INTO evidence VALUES(3955372198356360610,'place_basis',0,129,139,'Long Giang','printed');
INSERT INTO evidence VALUES(6503303427100227073,'action',0,192,261,'báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(6503303427100227073,'assignees',0,184,191,'Sở Y tế','printed');
INSERT INTO evidence VALUES(6503303427100227073,'deadline',0,241,261,'trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(6503303427100227073,'issuer',0,141,175,'Phó Chủ tịch UBND tỉnh Lê Minh Tâm','printed');
INSERT INTO evidence VALUES(6503303427100227073,'parties.0.group',0,184,191,'Sở Y tế','printed');
INSERT INTO evidence VALUES(6503303427100227073,'parties.0.name',0,184,191,'Sở Y tế','printed');
INSERT INTO evidence VALUES(6503303427100227073,'parties.0.role',0,184,191,'Sở Y tế','printed');
INSERT INTO evidence VALUES(6503303427100227073,'resolutions',0,218,240,'Nghị quyết số 57-NQ/TW','printed');
INSERT INTO evidence VALUES(6503303427100227073,'strength',0,176,183,'yêu cầu','printed');
CREATE TABLE official (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name TEXT NOT NULL  -- the fullest form in the article, no title, Russian in the nominative
) STRICT;
INSERT INTO official VALUES(3593518540136747363,'Lê Minh Tâm');
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
INSERT INTO official_posts VALUES(3593518540136747363,0,'Phó Chủ tịch','vice_chair','UBND tỉnh','current');
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
INSERT INTO agency VALUES(3765619230979712950,'Sở Y tế','department','province',NULL,NULL);
INSERT INTO agency VALUES(3955372198356360610,'Ủy ban nhân dân tỉnh Long Giang','peoples_committee','province','Long Giang','printed');
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
INSERT INTO resolution VALUES(2976084625810805161,'resolution','resolution','57-NQ/TW','57-NQ-TW',NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO deadline VALUES(3023360557580467309,'2025-09-15','day','trước ngày 15/9/2025','báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW trước ngày 15/9/2025','ngày 15/9/2025','obligation',NULL);
CREATE TABLE deadline_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the deadline
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- who has to do it, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO deadline_assignees VALUES(3023360557580467309,0,'Sở Y tế');
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
INSERT INTO directive VALUES(6503303427100227073,'Lê Minh Tâm','báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW trước ngày 15/9/2025','2025-09-15','request',NULL,NULL,NULL,NULL);
CREATE TABLE directive_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- the leads, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_assignees VALUES(6503303427100227073,0,'Sở Y tế');
CREATE TABLE directive_resolutions (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- numbers or titles of the instruments concerned
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_resolutions VALUES(6503303427100227073,0,'57-NQ/TW');
CREATE TABLE directive_parties (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  name TEXT NOT NULL,  -- as written, Russian in the nominative
  role TEXT  -- its part in the task
    CHECK (role IN ('lead', 'support', 'advised', 'recipient', 'via')),
  "group" INTEGER CHECK ("group" IN (0, 1)),  -- true for a collective addressee without a name
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_parties VALUES(6503303427100227073,0,'Sở Y tế','lead',0);
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
INSERT INTO directive_links VALUES(6503303427100227073,'deadlines',0,3023360557580467309,NULL);
INSERT INTO directive_links VALUES(6503303427100227073,'resolutions',0,2976084625810805161,'under');
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
CREATE TABLE event (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  kind TEXT NOT NULL  -- the kind of event
    CHECK (kind IN ('meeting', 'inspection', 'ceremony', 'visit', 'signing', 'session', 'congress',
      'other')),
  date TEXT CHECK (date GLOB '????-??-??'),  -- the last day that still meets it; null: see anchor
  place TEXT,  -- where
  chair TEXT  -- the person who chaired it
) STRICT;
INSERT INTO event VALUES(2178526409495317085,'meeting','2025-09-03',NULL,'Lê Minh Tâm');
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
INSERT INTO entity VALUES(2007310828373151487,'resolution-59372744bfab1b7d','resolution','Nghị quyết số 57-NQ/TW',NULL,NULL,'resolution','central',NULL,NULL);
INSERT INTO entity VALUES(4515573585907101827,'official-a130a42047576850','official','Lê Minh Tâm',NULL,NULL,NULL,'longgiang',NULL,NULL);
INSERT INTO entity VALUES(6566627817074679812,'agency-7d0149b12f12f187','agency','Sở Y tế','Department of Health','Департамент здравоохранения','department','longgiang',NULL,NULL);
INSERT INTO entity VALUES(8860600039393400123,'agency-25a946555d31748f','agency','Ủy ban nhân dân tỉnh','Provincial People''s Committee','Провинциальный народный комитет','peoples_committee','longgiang',NULL,NULL);
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
INSERT INTO entity_form VALUES(1356888791458560583,'agency|provincial-peoples-committee|longgiang','agency','agency|provincial-peoples-committee|longgiang','vi','Ủy ban nhân dân tỉnh Long Giang',NULL,NULL,'peoples_committee','longgiang','provincial-peoples-committee',8860600039393400123,'same_name',1.0,'');
INSERT INTO entity_form VALUES(3214325084660796862,'resolution|57-NQ/TW|central|','resolution','resolution|57-NQ/TW|central','vi','Nghị quyết số 57-NQ/TW',NULL,NULL,'resolution','central','',2007310828373151487,'same_number',1.0,'');
INSERT INTO entity_form VALUES(4503780877532756163,'agency|department-of-health|longgiang','agency','agency|department-of-health|longgiang','vi','Sở Y tế',NULL,NULL,'department','longgiang','department-of-health',6566627817074679812,'same_name',1.0,'');
INSERT INTO entity_form VALUES(5807481948765664296,'official|La Mn Tm|vi|lê  minh  tâm |longgiang|leaders','official','official|La Mn Tm','vi','Lê Minh Tâm',NULL,NULL,'','longgiang','leaders',4515573585907101827,'same_spelling',1.0,'');
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
INSERT INTO entity_use VALUES(2976084625810805161,4429547758486150411,3214325084660796862,0,'Nghị quyết số 57-NQ/TW','same_number',1.0,'57-NQ/TW');
INSERT INTO entity_use VALUES(3593518540136747363,4429547758486150411,5807481948765664296,0,'Lê Minh Tâm','same_spelling',1.0,'');
INSERT INTO entity_use VALUES(3765619230979712950,4429547758486150411,4503780877532756163,0,'Sở Y tế','catalog',1.0,'');
INSERT INTO entity_use VALUES(3955372198356360610,4429547758486150411,1356888791458560583,0,'Ủy ban nhân dân tỉnh Long Giang','catalog',1.0,'');
CREATE TABLE story (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over id
  id TEXT NOT NULL,  -- public: "story-" and 16 hexadecimal digits
  place TEXT,  -- key of the place where it plays; null when it is not known
  place_name TEXT,  -- its name
  place_basis TEXT  -- how the place is known
    CHECK (place_basis IN ('printed', 'site', 'text'))
) STRICT;
INSERT INTO story VALUES(3987220869669983165,'story-e67b9c83e5d3f33b','longgiang','Long Giang','text');
CREATE TABLE story_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  story INTEGER NOT NULL REFERENCES story (key) DEFERRABLE INITIALLY DEFERRED,  -- its story
  tables TEXT NOT NULL,  -- version of the tables by which it was resolved; empty once it was read anew
  evidence TEXT NOT NULL  -- what it shares with another article of the story; empty for the only one
) STRICT;
INSERT INTO story_article VALUES(4429547758486150411,3987220869669983165,'bbafe45f','');
CREATE TABLE story_key (
  word TEXT NOT NULL,  -- a person's name in classes of sounds, a document's number, a figure
  day INTEGER NOT NULL,  -- of publication, in days since 1970; -1000000 when it is not known
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  PRIMARY KEY (word, day, article)
) STRICT, WITHOUT ROWID;
INSERT INTO story_key VALUES('p La Mn Tm',20334,4429547758486150411);
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
INSERT INTO task VALUES(3846354268645397860,'task-c68b55e7d50a1027','báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW trước ngày 15/9/2025','vi','["agency-7d0149b12f12f187"]','2025-09-15','2025-09-15',0);
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
INSERT INTO task_statement VALUES(6503303427100227073,4429547758486150411,3846354268645397860,'acta-5cb9190134a7eaf3','assigned','báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW trước ngày 15/9/2025',0,'["agency|department-of-health|longgiang"]','story-e67b9c83e5d3f33b|acta-5cb9190134a7eaf3','2025-09-15','2025-09-03',NULL,'stated',1.0,'');
CREATE TABLE task_key (
  word TEXT NOT NULL,  -- who, and a part of the words
  record INTEGER NOT NULL REFERENCES task_statement (record) ON DELETE CASCADE,  -- the statement
  PRIMARY KEY (word, record)
) STRICT, WITHOUT ROWID;
INSERT INTO task_key VALUES('agency|department-of-health|longgiang|vi|111|0|691786756765018847',6503303427100227073);
INSERT INTO task_key VALUES('agency|department-of-health|longgiang|vi|111|1|63931672402019230',6503303427100227073);
INSERT INTO task_key VALUES('agency|department-of-health|longgiang|vi|111|2|2614456867678304',6503303427100227073);
INSERT INTO task_key VALUES('agency|department-of-health|longgiang|vi|111|3|129165382169705110',6503303427100227073);
INSERT INTO task_key VALUES('agency|department-of-health|longgiang|vi|112|0|691786756765018847',6503303427100227073);
INSERT INTO task_key VALUES('agency|department-of-health|longgiang|vi|112|1|63931672402019230',6503303427100227073);
INSERT INTO task_key VALUES('agency|department-of-health|longgiang|vi|112|2|2614456867678304',6503303427100227073);
INSERT INTO task_key VALUES('agency|department-of-health|longgiang|vi|112|3|129165382169705110',6503303427100227073);
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
CREATE TABLE wrong_record (
  id TEXT PRIMARY KEY,  -- of the record
  correction INTEGER NOT NULL REFERENCES correction (n) DEFERRABLE INITIALLY DEFERRED  -- the line that says so
) STRICT, WITHOUT ROWID;
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
INSERT INTO find_article VALUES(4429547758486150411,1,'a.html','','2025-09-03','vi',0,7,1795331456);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','find_text','find_text',0,'CREATE VIRTUAL TABLE find_text USING fts5 (
  title, body, content = '''', tokenize = "unicode61 remove_diacritics 0")');
CREATE TABLE IF NOT EXISTS 'find_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO find_text_data VALUES(1,X'010637');
INSERT INTO find_text_data VALUES(10,X'000000000101010001010101');
INSERT INTO find_text_data VALUES(137438953473,X'000002f3033031359ede9da3bdd0e3dd0b060101360104323032359ede9da3bdd0e3dd0b060101380101339ede9da3bdd0e3dd0b06010103010235379ede9da3bdd0e3dd0b060101310101399ede9da3bdd0e3dd0b0801010435010362616e9ede9da3bdd0e3dd0b0a050101100703016f9ede9da3bdd0e3dd0b06010128010363616f9ede9da3bdd0e3dd0b060101290301759ede9da3bdd0e3dd0b06010124020368696e9ede9da3bdd0e3dd0b08070101120301759ede9da3bdd0e3dd0b0a0101060911020275619ede9da3bdd0e3dd0b06010113010364616e9ede9da3bdd0e3dd0b0601011701056769616e679ede9da3bdd0e3dd0b0601011a04016f9ede9da3bdd0e3dd0b080401010f01046869656e9ede9da3bdd0e3dd0b0601012d01036b65749ede9da3bdd0e3dd0b0601012a01026c659ede9da3bdd0e3dd0b0801010a1802036f6e679ede9da3bdd0e3dd0b0601011901046d696e689ede9da3bdd0e3dd0b0801010b1801046e6761799ede9da3bdd0e3dd0b06010135030268699ede9da3bdd0e3dd0b0601012e020368616e9ede9da3bdd0e3dd0b060101160201719ede9da3bdd0e3dd0b06010132010370686f9ede9da3bdd0e3dd0b080101051801037175619ede9da3bdd0e3dd0b0601012b03037965749ede9da3bdd0e3dd0b0601012f010473616e679ede9da3bdd0e3dd0b0601010202016f9ede9da3bdd0e3dd0b080101250d010374616d9ede9da3bdd0e3dd0b0801010c180201659ede9da3bdd0e3dd0b06010127020468616e679ede9da3bdd0e3dd0b0806010111030275639ede9da3bdd0e3dd0b0601012c02036963689ede9da3bdd0e3dd0b080101071803026e689ede9da3bdd0e3dd0b0c030101091109020272699ede9da3bdd0e3dd0b0601010e0303756f639ede9da3bdd0e3dd0b060101340201779ede9da3bdd0e3dd0b06010133010475626e649ede9da3bdd0e3dd0b0a02010108180201799ede9da3bdd0e3dd0b060101140101799ede9da3bdd0e3dd0b06010126020265759ede9da3bdd0e3dd0b06010123041113101111141012101312111214111312121214131112101312121311131014111314111210151010');
CREATE TABLE IF NOT EXISTS 'find_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO find_text_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'find_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO find_text_docsize VALUES(4429547758486150411,X'0637');
CREATE TABLE IF NOT EXISTS 'find_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO find_text_config VALUES('version',4);
CREATE TABLE find_name (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over the name
  name TEXT NOT NULL  -- as a record has it
) STRICT;
INSERT INTO find_name VALUES(120696526543885173,'Sở Y tế');
INSERT INTO find_name VALUES(1817801865407673296,'Ủy ban nhân dân tỉnh Long Giang');
INSERT INTO find_name VALUES(2611415878164462578,'UBND tỉnh');
INSERT INTO find_name VALUES(6419877452552749321,'Long Giang');
INSERT INTO find_name VALUES(6827403051392227951,'Lê Minh Tâm');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','find_words','find_words',0,'CREATE VIRTUAL TABLE find_words USING fts5 (
  name, content = '''', columnsize = 0, tokenize = "unicode61 remove_diacritics 0")');
CREATE TABLE IF NOT EXISTS 'find_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO find_words_data VALUES(1,X'0511');
INSERT INTO find_words_data VALUES(10,X'000000000104040004010101020101030101040101');
INSERT INTO find_words_data VALUES(137438953473,X'0000003403306c65afaff9eeb7c2cdda6f020201046d696e68afaff9eeb7c2cdda6f0203010374616dafaff9eeb7c2cdda6f0204040f11');
INSERT INTO find_words_data VALUES(274877906945,X'00000026053074696e68928fb3cebe8b9dbbf20203010475626e64928fb3cebe8b9dbbf202020411');
INSERT INTO find_words_data VALUES(412316860417,X'0000008e043062616e8ccec492d2eed5b3d00203010364616e8ccec492d2eed5b3d0020501056769616e678ccec492d2eed5b3d002089ff7bbb5e8e58f8d39020301046c6f6e678ccec492d2eed5b3d002079ff7bbb5e8e58f8d39020201046e68616e8ccec492d2eed5b3d00204010474696e688ccec492d2eed5b3d00206010275798ccec492d2eed5b3d002020410101d1c1111');
INSERT INTO find_words_data VALUES(549755813889,X'000000300330736f80eb99cdcfd98b937502020102746580eb99cdcfd98b9375020401017980eb99cdcfd98b93750203040f0f');
CREATE TABLE IF NOT EXISTS 'find_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO find_words_idx VALUES(1,X'',2);
INSERT INTO find_words_idx VALUES(2,X'',2);
INSERT INTO find_words_idx VALUES(3,X'',2);
INSERT INTO find_words_idx VALUES(4,X'',2);
CREATE TABLE IF NOT EXISTS 'find_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO find_words_config VALUES('version',4);
CREATE TABLE find_record (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name INTEGER NOT NULL,  -- the key of the name
  field TEXT NOT NULL,  -- "issuer", "assignees", "parties.name"
  PRIMARY KEY (record, name, field)
) STRICT, WITHOUT ROWID;
INSERT INTO find_record VALUES(3023360557580467309,120696526543885173,'assignees');
INSERT INTO find_record VALUES(6503303427100227073,120696526543885173,'assignees');
INSERT INTO find_record VALUES(3765619230979712950,120696526543885173,'name');
INSERT INTO find_record VALUES(6503303427100227073,120696526543885173,'parties.name');
INSERT INTO find_record VALUES(3955372198356360610,1817801865407673296,'name');
INSERT INTO find_record VALUES(3593518540136747363,2611415878164462578,'posts.body');
INSERT INTO find_record VALUES(3955372198356360610,6419877452552749321,'place');
INSERT INTO find_record VALUES(2178526409495317085,6827403051392227951,'chair');
INSERT INTO find_record VALUES(6503303427100227073,6827403051392227951,'issuer');
INSERT INTO find_record VALUES(3593518540136747363,6827403051392227951,'name');
CREATE TABLE find_row (
  question TEXT NOT NULL,  -- due, official, resolution, target, progress, request
  day TEXT NOT NULL,  -- what --from and --to are held against; "~" when there is none
  article INTEGER NOT NULL,  -- the article
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  part TEXT NOT NULL,  -- of an official: post, chaired, ordered, signed, reported; of a resolution: the relation
  other INTEGER NOT NULL,  -- of a resolution: its record; of a post: its place in the list; else 0
  PRIMARY KEY (question, day, article, record, part, other)
) STRICT, WITHOUT ROWID;
INSERT INTO find_row VALUES('official','2025-09-03',4429547758486150411,2178526409495317085,'chaired',0);
INSERT INTO find_row VALUES('resolution','2025-09-03',4429547758486150411,2976084625810805161,'cited',2976084625810805161);
INSERT INTO find_row VALUES('due','2025-09-15',4429547758486150411,3023360557580467309,'',0);
INSERT INTO find_row VALUES('official','2025-09-03',4429547758486150411,3593518540136747363,'post',0);
INSERT INTO find_row VALUES('official','2025-09-03',4429547758486150411,6503303427100227073,'ordered',0);
INSERT INTO find_row VALUES('resolution','2025-09-03',4429547758486150411,6503303427100227073,'under',2976084625810805161);
CREATE TABLE find_series (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the target
  series TEXT NOT NULL,  -- the same for figures that can be compared
  status TEXT  -- goal or result
) STRICT;
CREATE TABLE version (
  page TEXT NOT NULL,  -- canonical URL, or the one it was had from, normalised; of a file its path
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- what it said
  PRIMARY KEY (page, article)
) STRICT, WITHOUT ROWID;
INSERT INTO version VALUES('a.html',4429547758486150411);
CREATE TABLE sighting (
  n INTEGER PRIMARY KEY,  -- order of arrival
  page TEXT NOT NULL,  -- the page
  article INTEGER NOT NULL,  -- what it said
  first_seen INTEGER,  -- seconds since 1970, UTC; null when unknown
  last_seen INTEGER,  -- the same
  UNIQUE (page, article),
  FOREIGN KEY (page, article) REFERENCES version (page, article) ON DELETE CASCADE
) STRICT;
INSERT INTO sighting VALUES(1,'a.html',4429547758486150411,NULL,NULL);
CREATE TABLE find_band (
  band INTEGER NOT NULL,  -- two like texts have one in common
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;
INSERT INTO find_band VALUES(72467985084904911,4429547758486150411);
INSERT INTO find_band VALUES(126509077629841490,4429547758486150411);
INSERT INTO find_band VALUES(477721934415223857,4429547758486150411);
INSERT INTO find_band VALUES(745512494093402384,4429547758486150411);
INSERT INTO find_band VALUES(1131518078004477087,4429547758486150411);
INSERT INTO find_band VALUES(1238394664238256896,4429547758486150411);
INSERT INTO find_band VALUES(1641301154719965919,4429547758486150411);
INSERT INTO find_band VALUES(2055155644290100301,4429547758486150411);
INSERT INTO find_band VALUES(2778026384066401077,4429547758486150411);
INSERT INTO find_band VALUES(2926081859273791728,4429547758486150411);
INSERT INTO find_band VALUES(3392477709310530159,4429547758486150411);
INSERT INTO find_band VALUES(3969493217426867635,4429547758486150411);
INSERT INTO find_band VALUES(4741102456925747523,4429547758486150411);
INSERT INTO find_band VALUES(4747736860573892093,4429547758486150411);
INSERT INTO find_band VALUES(5665054846705761190,4429547758486150411);
INSERT INTO find_band VALUES(6947726043071232547,4429547758486150411);
INSERT INTO find_band VALUES(7111436356918112886,4429547758486150411);
INSERT INTO find_band VALUES(7667735037232754604,4429547758486150411);
INSERT INTO find_band VALUES(7737891130287828252,4429547758486150411);
INSERT INTO find_band VALUES(8062419872496731819,4429547758486150411);
INSERT INTO find_band VALUES(8271798629311012842,4429547758486150411);
INSERT INTO find_band VALUES(8477413172004422150,4429547758486150411);
INSERT INTO find_band VALUES(8506512062251430976,4429547758486150411);
INSERT INTO find_band VALUES(8825388694183162337,4429547758486150411);
CREATE TABLE find_copy (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the smaller key of the two
  other INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the larger one
  kind TEXT NOT NULL  -- the same words, the same but for edits, or one a part of the other
    CHECK (kind IN ('same', 'near', 'part')),
  overlap REAL NOT NULL,  -- share of the runs of four words, of both texts, or of the smaller one
  PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE forgotten (
  what TEXT NOT NULL CHECK (what IN ('page', 'name')),  -- an address, or a way in which a name is printed
  hash TEXT NOT NULL,  -- SHA-256, hexadecimal, of what pipeline/store/forgotten.h makes of it
  words INTEGER NOT NULL,  -- of a name: how many words it has; else 0
  request INTEGER NOT NULL,  -- what was removed by one request shares it
  at INTEGER NOT NULL,  -- when, seconds since 1970, UTC
  PRIMARY KEY (what, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE find_form (
  name INTEGER NOT NULL,  -- key of the name, as in find_name
  form INTEGER NOT NULL,  -- the form
  uses INTEGER NOT NULL,  -- how many records use it so
  PRIMARY KEY (name, form)
) STRICT, WITHOUT ROWID;
INSERT INTO find_form VALUES(120696526543885173,4503780877532756163,1);
INSERT INTO find_form VALUES(1762232781918962849,3214325084660796862,1);
INSERT INTO find_form VALUES(1817801865407673296,1356888791458560583,1);
INSERT INTO find_form VALUES(6827403051392227951,5807481948765664296,1);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('find_band','find_band_by_article','24 24');
INSERT INTO sqlite_stat1 VALUES('find_band','find_band','24 1 1');
INSERT INTO sqlite_stat1 VALUES('article','article_by_text','1 1');
INSERT INTO sqlite_stat1 VALUES('input','input_refused','1 1 1');
INSERT INTO sqlite_stat1 VALUES('input','input_by_article','2 1');
INSERT INTO sqlite_stat1 VALUES('input','input','2 1');
INSERT INTO sqlite_stat1 VALUES('directive_links','links_by_target','2 1');
INSERT INTO sqlite_stat1 VALUES('directive_links','directive_links','2 2 1 1');
CREATE INDEX article_by_text ON article (text_hash);
CREATE INDEX input_by_article ON input (article);
CREATE UNIQUE INDEX record_by_article ON record (article, kind, n);
CREATE INDEX record_by_id ON record (id);
CREATE INDEX deadline_by_date ON deadline (date);
CREATE INDEX directive_by_date ON directive (deadline);
CREATE INDEX resolution_by_number ON resolution (number_key);
CREATE INDEX links_by_target ON directive_links (target);
CREATE UNIQUE INDEX entity_by_id ON entity (id);
CREATE UNIQUE INDEX entity_form_by_form ON entity_form (form);
CREATE INDEX entity_form_by_block ON entity_form (block);
CREATE INDEX entity_form_by_entity ON entity_form (entity);
CREATE INDEX entity_use_by_article ON entity_use (article, form);
CREATE INDEX entity_use_by_form ON entity_use (form, authority, name);
CREATE UNIQUE INDEX story_by_id ON story (id);
CREATE INDEX story_article_by_story ON story_article (story);
CREATE INDEX story_key_by_article ON story_key (article);
CREATE UNIQUE INDEX task_by_id ON task (id);
CREATE INDEX task_statement_by_task ON task_statement (task);
CREATE INDEX task_statement_by_article ON task_statement (article);
CREATE INDEX task_key_by_record ON task_key (record);
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
CREATE TRIGGER article_went AFTER DELETE ON article BEGIN
  INSERT INTO find_text (find_text, rowid, title, body)
    VALUES ('delete', old.key, acta_fold(old.title), acta_fold(substr(old.text, instr(old.text, char(10)) + 1)));
END;
CREATE INDEX find_record_by_name ON find_record (name, field);
CREATE INDEX find_row_by_record ON find_row (record, question);
CREATE INDEX find_series_by_series ON find_series (series, status);
CREATE INDEX input_refused ON input (reason, source) WHERE outcome = 'refused';
CREATE INDEX story_by_place ON story (place, place_name);
CREATE INDEX task_by_due ON task (due);
CREATE INDEX task_statement_by_what ON task_statement (what, task);
CREATE INDEX version_by_article ON version (article);
CREATE INDEX find_band_by_article ON find_band (article);
CREATE INDEX find_copy_by_other ON find_copy (other);
CREATE TRIGGER use_came AFTER INSERT ON entity_use BEGIN
  INSERT INTO find_form (name, form, uses) VALUES (acta_key(new.name), new.form, 1)
    ON CONFLICT DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER use_went AFTER DELETE ON entity_use BEGIN
  UPDATE find_form SET uses = uses - 1 WHERE name = acta_key(old.name) AND form = old.form;
  DELETE FROM find_form WHERE name = acta_key(old.name) AND form = old.form AND uses = 0;
END;
CREATE VIEW v_article AS
SELECT
  f.article, f.source, f.host, a.site, f.language, f.published, f.records, a.title, a.text, a.pack,
  strftime('%Y-%m-%dT%H:%M:%SZ', f.stored, 'unixepoch') AS stored
FROM find_article f
JOIN article a ON a.key = f.article
WHERE f.current;
CREATE VIEW v_record AS
SELECT
  r.key AS record, r.id, r.kind, r.basis, r.rule, r.article, f.source, f.host, f.language, f.published,
  m.start, m."end", m.quote
FROM record r
JOIN find_article f ON f.article = r.article AND f.current
LEFT JOIN mention m ON m.record = r.key AND m.n = 0
WHERE NOT EXISTS (SELECT 1 FROM wrong_record w WHERE w.id = r.id);
CREATE VIEW v_directive_lists AS
SELECT
  o.record,
  (SELECT json_group_array(value)
   FROM (SELECT value FROM directive_assignees WHERE record = o.record ORDER BY n)) AS lead,
  (SELECT json_group_array(name)
   FROM (SELECT name FROM directive_parties WHERE record = o.record AND role = 'support' ORDER BY n)) AS support,
  CASE WHEN EXISTS (SELECT 1 FROM directive_links WHERE record = o.record AND list = 'resolutions')
    THEN (SELECT json_group_array(name) FROM (
      SELECT coalesce(d.number, d.title, m.quote) AS name
      FROM directive_links l
      JOIN resolution d ON d.record = l.target
      LEFT JOIN mention m ON m.record = l.target AND m.n = 0
      WHERE l.record = o.record AND l.list = 'resolutions' ORDER BY l.n))
    ELSE (SELECT json_group_array(value)
      FROM (SELECT value FROM directive_resolutions WHERE record = o.record ORDER BY n))
  END AS under
FROM directive o;
CREATE VIEW v_directive AS
SELECT
  o.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  o.issuer, o.action AS task, o.strength, o.deadline AS due, o.given, o.urgency, o.negated, o."except",
  x.lead, x.support, x.under
FROM directive o
JOIN v_directive_lists x ON x.record = o.record
JOIN v_record r ON r.record = o.record;
CREATE VIEW v_due AS
SELECT
  d.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  d.date AS due, d.precision, d.kind,
  CASE WHEN EXISTS (SELECT 1 FROM directive_assignees WHERE record = o.record)
    THEN (SELECT lead FROM v_directive_lists WHERE record = o.record)
    ELSE (SELECT json_group_array(value)
      FROM (SELECT value FROM deadline_assignees WHERE record = d.record ORDER BY n))
  END AS lead,
  coalesce((SELECT support FROM v_directive_lists WHERE record = o.record), '[]') AS support,
  coalesce(d.task, o.action) AS task, o.issuer,
  coalesce((SELECT under FROM v_directive_lists WHERE record = o.record), '[]') AS under,
  o.strength, (SELECT id FROM record WHERE key = o.record) AS directive,
  t.key AS task_key, t.id AS task_id, t.due AS task_due, t.disputed
FROM deadline d
JOIN v_record r ON r.record = d.record
LEFT JOIN directive o ON o.record = (
  SELECT min(record) FROM directive_links WHERE target = d.record AND list = 'deadlines')
LEFT JOIN task_statement s ON s.record = coalesce(
  (SELECT x.record FROM task_statement x WHERE x.record = d.record),
  (SELECT x.record FROM directive_links l JOIN task_statement x ON x.record = l.record AND x.due = d.date
   WHERE l.target = d.record AND l.list = 'deadlines' ORDER BY x.record LIMIT 1))
LEFT JOIN task t ON t.key = s.task
UNION ALL
SELECT
  o.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  o.deadline, NULL, 'obligation',
  (SELECT lead FROM v_directive_lists WHERE record = o.record),
  (SELECT support FROM v_directive_lists WHERE record = o.record),
  o.action, o.issuer,
  (SELECT under FROM v_directive_lists WHERE record = o.record),
  o.strength, r.id,
  t.key, t.id, t.due, t.disputed
FROM directive o
JOIN v_record r ON r.record = o.record
LEFT JOIN task_statement s ON s.record = o.record
LEFT JOIN task t ON t.key = s.task
WHERE o.deadline IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM directive_links WHERE record = o.record AND list = 'deadlines');
CREATE VIEW v_official AS
SELECT
  r.record, coalesce(p.n, 0) AS n, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  r.published AS date, o.name AS official, 'post' AS what, p.title AS detail, p.role, p.body, p.capacity
FROM official o
JOIN v_record r ON r.record = o.record
LEFT JOIN official_posts p ON p.record = o.record
UNION ALL
SELECT
  r.record, 0, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(e.date, r.published), e.chair, 'chaired', e.kind, NULL, e.place, NULL
FROM event e
JOIN v_record r ON r.record = e.record
WHERE e.chair IS NOT NULL
UNION ALL
SELECT
  r.record, 0, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(o.given, r.published), o.issuer, 'ordered', o.action, NULL, NULL, NULL
FROM directive o
JOIN v_record r ON r.record = o.record
WHERE o.issuer IS NOT NULL
UNION ALL
SELECT
  r.record, 0, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(d.issued, r.published), d.signer, 'signed', coalesce(d.number, d.title), NULL, d.issuer, NULL
FROM resolution d
JOIN v_record r ON r.record = d.record
WHERE d.signer IS NOT NULL
UNION ALL
SELECT
  r.record, 0, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(g.as_of, r.published), g.reporter, 'reported', coalesce(g.task, g.state), NULL, g.body, NULL
FROM progress g
JOIN v_record r ON r.record = g.record
WHERE g.reporter IS NOT NULL;
CREATE VIEW v_resolution AS
SELECT
  d.record AS document, r.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start,
  r."end", r.quote, d.kind, d.number, d.title, d.issued, d.state, 'cited' AS relation, d.issuer, '[]' AS lead,
  NULL AS task, NULL AS due
FROM resolution d
JOIN v_record r ON r.record = d.record
UNION ALL
SELECT
  d.record, r.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start,
  r."end", r.quote, d.kind, d.number, d.title, d.issued, d.state, coalesce(l.relation, 'concerns'), o.issuer,
  (SELECT lead FROM v_directive_lists WHERE record = o.record), o.action, o.deadline
FROM resolution d
JOIN directive_links l ON l.target = d.record AND l.list = 'resolutions'
JOIN directive o ON o.record = l.record
JOIN v_record r ON r.record = o.record;
CREATE VIEW v_target AS
SELECT
  t.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  t.subject, t.indicator, t.period, t.value, t.value_max, t."of", t.unit, t.comparator, t.direction, t.status,
  t."by", coalesce(t.as_of, r.published) AS as_of, t.baseline, s.series
FROM target t
JOIN v_record r ON r.record = t.record
LEFT JOIN find_series s ON s.record = t.record;
CREATE VIEW v_progress AS
SELECT
  g.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  g.body, g.task, g.value, g."of", g.state, coalesce(g.as_of, r.published) AS as_of, g.reporter
FROM progress g
JOIN v_record r ON r.record = g.record;
CREATE VIEW v_refused AS
SELECT
  source, reason, message,
  CASE
    WHEN rest IS NULL THEN rtrim(rtrim(source, replace(source, '/', '')), '/')
    WHEN lower(substr(rest, 1, 4)) = 'www.' THEN lower(substr(rest, 5, instr(rest || '/', '/') - 5))
    ELSE lower(substr(rest, 1, instr(rest || '/', '/') - 1))
  END AS host
FROM (
  SELECT
    i.source, i.reason, v.message,
    CASE WHEN instr(i.source, '://') THEN substr(i.source, instr(i.source, '://') + 3) END AS rest
  FROM input i
  LEFT JOIN visit v ON v.source = i.source
  WHERE i.outcome = 'refused');
CREATE VIEW v_coverage AS
SELECT
  host, min(first) AS first, max(last) AS last, sum(articles) AS articles,
  coalesce(max(languages), '[]') AS languages, sum(records) AS records, sum(empty) AS empty,
  sum(partial) AS partial, sum(undated) AS undated, sum(refused) AS refused,
  coalesce(max(reasons), '[]') AS reasons
FROM (
  SELECT
    coalesce(host, '') AS host, min(published) AS first, max(published) AS last, count(*) AS articles,
    json_group_array(DISTINCT language) FILTER (WHERE language IS NOT NULL) AS languages,
    sum(records) AS records, sum(records = 0) AS empty, sum(partial) AS partial,
    sum(published IS NULL) AS undated, 0 AS refused, NULL AS reasons
  FROM find_article WHERE current GROUP BY find_article.host
  UNION ALL
  SELECT
    host, NULL, NULL, 0, NULL, 0, 0, 0, 0, sum(n), json_group_array(reason || ' ' || n)
  FROM (
    SELECT host, reason, count(*) AS n FROM v_refused GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2)
  GROUP BY host)
GROUP BY host;
CREATE VIEW v_entity_record AS
SELECT
  u.record, r.id, r.kind, r.article, r.source, r.language, r.published, e.key AS entity, e.id AS entity_id,
  e.type, e.name AS entity_name, e.place, u.name, u.rule AS use_rule, u.strength AS use_strength,
  u.evidence AS use_evidence, f.form, f.rule AS form_rule, f.strength AS form_strength, f.evidence AS form_evidence
FROM entity_use u
JOIN v_record r ON r.record = u.record
JOIN entity_form f ON f.key = u.form
JOIN entity e ON e.key = f.entity;
CREATE VIEW v_tenure AS
SELECT
  o.entity_id AS official, o.entity_name AS name, p.role, b.entity_id AS body,
  coalesce(b.entity_name, p.body) AS body_name,
  min(CASE WHEN coalesce(p.capacity, 'current') IN ('current', 'acting', 'in_charge', 'appointed')
    THEN o.published END) AS first_seen,
  max(CASE WHEN coalesce(p.capacity, 'current') IN ('current', 'acting', 'in_charge', 'appointed')
    THEN o.published END) AS last_seen,
  min(CASE WHEN p.capacity = 'appointed' THEN o.published END) AS appointed,
  max(CASE WHEN p.capacity = 'relieved' THEN o.published END) AS relieved,
  min(CASE WHEN p.capacity IN ('former', 'relieved', 'deceased') THEN o.published END) AS over_by,
  count(DISTINCT o.article) AS articles
FROM v_entity_record o
JOIN official_posts p ON p.record = o.record
LEFT JOIN v_entity_record b ON b.record = (
  SELECT x.record FROM agency x JOIN record y ON y.key = x.record
  WHERE y.article = o.article AND y.kind = 'agency' AND x.name = p.body)
WHERE o.type = 'official'
GROUP BY o.entity, p.role, coalesce(b.entity_id, p.body);
CREATE VIEW v_task AS
SELECT
  t.key AS task, t.id AS task_id, t.action, t.language AS action_language, t.assignees, t.due, t.first_due, t.disputed,
  s.what, s.action AS stated, s.due AS stated_due, s.said, s.state, s.rule, s.strength, s.evidence,
  r.record, r.id, r.kind, r.article, r.source, r.language, r.published, r.quote
FROM task t
JOIN task_statement s ON s.task = t.key
JOIN v_record r ON r.record = s.record;
CREATE VIEW v_follow_up AS
SELECT DISTINCT
  s.id AS story, e.id AS follows, late.said AS published, early.said AS followed_published,
  'task' AS by, t.id AS shared, t.action AS name
FROM task t
JOIN task_statement late ON late.task = t.key
JOIN task_statement early ON early.task = t.key AND early.said < late.said
JOIN story_article ls ON ls.article = late.article
JOIN story_article es ON es.article = early.article AND es.story <> ls.story
JOIN story s ON s.key = ls.story
JOIN story e ON e.key = es.story
UNION
SELECT DISTINCT s.id, e.id, la.published, ea.published, 'document', d.id, d.name
FROM entity d
JOIN entity_form lf ON lf.entity = d.key
JOIN entity_use lu ON lu.form = lf.key
JOIN entity_form ef ON ef.entity = d.key
JOIN entity_use eu ON eu.form = ef.key
JOIN find_article la ON la.article = lu.article AND la.current
JOIN find_article ea ON ea.article = eu.article AND ea.current AND ea.published < la.published
JOIN story_article ls ON ls.article = lu.article
JOIN story_article es ON es.article = eu.article AND es.story <> ls.story
JOIN story s ON s.key = ls.story
JOIN story e ON e.key = es.story
WHERE d.type = 'resolution' AND d.place <> 'central';
CREATE VIEW v_version AS
SELECT
  s.page,
  row_number() OVER (PARTITION BY s.page ORDER BY s.first_seen IS NULL, s.first_seen, s.n) AS n,
  count(*) OVER (PARTITION BY s.page) AS versions,
  s.article, s.first_seen, s.last_seen,
  EXISTS (SELECT 1 FROM input WHERE article = s.article) AS current,
  a.title, a.published
FROM sighting s
JOIN article a ON a.key = s.article;
CREATE VIEW v_copy AS
SELECT c.article, a.source, a.title, a.published, c.other, b.source AS other_source, b.published AS other_published,
  c.kind, c.overlap
FROM (SELECT article, other, kind, overlap FROM find_copy
      UNION ALL SELECT other, article, kind, overlap FROM find_copy) c
JOIN v_article a ON a.article = c.article
JOIN v_article b ON b.article = c.other
WHERE NOT EXISTS (SELECT 1 FROM version x JOIN version y ON y.page = x.page
                  WHERE x.article = c.article AND y.article = c.other);
PRAGMA writable_schema=OFF;
COMMIT;
