-- A store of schema version 2 with one article.
PRAGMA application_id = 1633907809;
PRAGMA user_version = 2;
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
INSERT INTO article VALUES(1277934945218669199,NULL,NULL,NULL,NULL,'Giao ban tháng 9',NULL,'2025-09-05','vi','ok','[]',replace('Giao ban tháng 9\n\nSáng 5/9, tại Hà An, Chủ tịch UBND tỉnh Trần Văn Bình chủ trì cuộc họp. Thực hiện Nghị quyết số 57-NQ/TW, Chủ tịch UBND tỉnh giao Sở Y tế, Sở Tài chính báo cáo kết quả trước ngày 15/9/2025. Phấn đấu đạt ít nhất 80% hồ sơ trực tuyến. Đảng ủy xã đã hoàn thành 12/15 nhiệm vụ.\n','\n',char(10)),'cae1b1afda69c58b94a8f27956bbfaa9993164c78eab534dd4b963a7c431df63','vi f858e182cd524f23');
CREATE TABLE paragraph (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  n INTEGER NOT NULL,  -- place in the article, from 0
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  kind TEXT NOT NULL  -- what it is for a reader
    CHECK (kind IN ('title', 'body', 'heading', 'list_item', 'caption')),
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
INSERT INTO paragraph VALUES(1277934945218669199,0,0,16,'title');
INSERT INTO paragraph VALUES(1277934945218669199,1,18,291,'body');
CREATE TABLE input (
  source TEXT PRIMARY KEY,  -- the path or URL, as it was given or as a feed or folder gave it
  outcome TEXT NOT NULL  -- read, or refused
    CHECK (outcome IN ('ok', 'refused')),
  reason TEXT,  -- the stable word for the refusal: "timeout", "too_large" …; null when it was read
  article INTEGER REFERENCES article (key)  -- what was read; null when it was refused
    CHECK ((outcome = 'ok') = (article IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO input VALUES('a.txt','ok',NULL,1277934945218669199);
INSERT INTO input VALUES('nothing.txt','refused','not_found',NULL);
CREATE TABLE visit (
  source TEXT PRIMARY KEY REFERENCES input (source) ON DELETE CASCADE,  -- the input
  fetched_at INTEGER,  -- seconds since 1970, UTC; null when unknown
  http_status INTEGER,  -- of the final response; null for a file
  tls_unverified INTEGER NOT NULL CHECK (tls_unverified IN (0, 1)),  -- 1 if no certificate was checked
  message TEXT  -- what happened, for people; null when it was read
) STRICT, WITHOUT ROWID;
INSERT INTO visit VALUES('a.txt',NULL,NULL,0,NULL);
INSERT INTO visit VALUES('nothing.txt',NULL,NULL,0,'nothing.txt: no such file');
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
INSERT INTO record VALUES(522223292504425572,1277934945218669199,'deadline',0,'acta-4a3e46ff2d80416b','vi/deadline.toml:3','printed');
INSERT INTO record VALUES(1725722308569731546,1277934945218669199,'resolution',0,'acta-b33869a70cf44022','vi/resolution.toml:3','printed');
INSERT INTO record VALUES(2232160905586678017,1277934945218669199,'agency',1,'acta-a8c2e971d793f7d3','vi/agency.toml:23','printed');
INSERT INTO record VALUES(3124870188179948752,1277934945218669199,'target',0,'acta-26e17187f4aa529b','vi/target.toml:19','printed');
INSERT INTO record VALUES(3312888372128482245,1277934945218669199,'target',1,'acta-a256b490d3e0e3c6','vi/target.toml:11','printed');
INSERT INTO record VALUES(3435408609348712891,1277934945218669199,'agency',0,'acta-1a3667ccc5974a2c','vi/agency.toml:3','printed');
INSERT INTO record VALUES(4095239220039123670,1277934945218669199,'directive',0,'acta-9b25b3e3f7a116c1','vi/directive.toml:11','resolved');
INSERT INTO record VALUES(5231827041338676781,1277934945218669199,'agency',2,'acta-25cbc7966ebc4eed','vi/agency.toml:23','printed');
INSERT INTO record VALUES(8116722754734577895,1277934945218669199,'progress',0,'acta-1e07a91bff35ef49','vi/progress.toml:9','printed');
INSERT INTO record VALUES(8474014268892387870,1277934945218669199,'agency',3,'acta-ed6a2202339c5317','vi/agency.toml:3','printed');
INSERT INTO record VALUES(8527738109851409895,1277934945218669199,'official',0,'acta-172cd494b938b9d8','vi/official.toml:3','printed');
CREATE TABLE mention (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  n INTEGER NOT NULL,  -- place among the mentions, from 0
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  quote TEXT NOT NULL,  -- the characters there
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO mention VALUES(522223292504425572,0,186,206,'trước ngày 15/9/2025');
INSERT INTO mention VALUES(1725722308569731546,0,100,122,'Nghị quyết số 57-NQ/TW');
INSERT INTO mention VALUES(2232160905586678017,0,148,155,'Sở Y tế');
INSERT INTO mention VALUES(3124870188179948752,0,208,232,'Phấn đấu đạt ít nhất 80%');
INSERT INTO mention VALUES(3312888372128482245,0,262,290,'đã hoàn thành 12/15 nhiệm vụ');
INSERT INTO mention VALUES(3435408609348712891,0,48,57,'UBND tỉnh');
INSERT INTO mention VALUES(3435408609348712891,1,133,142,'UBND tỉnh');
INSERT INTO mention VALUES(4095239220039123670,0,124,207,'Chủ tịch UBND tỉnh giao Sở Y tế, Sở Tài chính báo cáo kết quả trước ngày 15/9/2025.');
INSERT INTO mention VALUES(5231827041338676781,0,157,169,'Sở Tài chính');
INSERT INTO mention VALUES(8116722754734577895,0,262,290,'đã hoàn thành 12/15 nhiệm vụ');
INSERT INTO mention VALUES(8474014268892387870,0,251,261,'Đảng ủy xã');
INSERT INTO mention VALUES(8527738109851409895,0,58,71,'Trần Văn Bình');
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
INSERT INTO evidence VALUES(522223292504425572,'assignees',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(522223292504425572,'assignees',1,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(522223292504425572,'date',0,192,206,'ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(522223292504425572,'precision',0,192,206,'ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(522223292504425572,'quote',0,186,206,'trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(522223292504425572,'raw',0,192,206,'ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(522223292504425572,'task',0,170,206,'báo cáo kết quả trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(1725722308569731546,'kind',0,100,110,'Nghị quyết','printed');
INSERT INTO evidence VALUES(1725722308569731546,'number',0,114,122,'57-NQ/TW','printed');
INSERT INTO evidence VALUES(1725722308569731546,'number_key',0,114,122,'57-NQ/TW','printed');
INSERT INTO evidence VALUES(1725722308569731546,'subkind',0,100,110,'Nghị quyết','printed');
INSERT INTO evidence VALUES(2232160905586678017,'kind',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(2232160905586678017,'level',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(2232160905586678017,'name',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(3124870188179948752,'comparator',0,221,228,'ít nhất','printed');
INSERT INTO evidence VALUES(3124870188179948752,'direction',0,229,232,'80%','printed');
INSERT INTO evidence VALUES(3124870188179948752,'quote',0,208,232,'Phấn đấu đạt ít nhất 80%','printed');
INSERT INTO evidence VALUES(3124870188179948752,'status',0,208,232,'Phấn đấu đạt ít nhất 80%','printed');
INSERT INTO evidence VALUES(3124870188179948752,'unit',0,229,232,'80%','printed');
INSERT INTO evidence VALUES(3124870188179948752,'value',0,229,232,'80%','printed');
INSERT INTO evidence VALUES(3312888372128482245,'comparator',0,276,290,'12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'direction',0,276,290,'12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'of',0,276,290,'12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'quote',0,262,290,'đã hoàn thành 12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'status',0,262,264,'đã','printed');
INSERT INTO evidence VALUES(3312888372128482245,'unit',0,282,290,'nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'value',0,276,290,'12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3435408609348712891,'kind',0,48,57,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(3435408609348712891,'level',0,48,57,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(3435408609348712891,'name',0,48,57,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(4095239220039123670,'action',0,170,206,'báo cáo kết quả trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(4095239220039123670,'assignees',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(4095239220039123670,'assignees',1,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(4095239220039123670,'deadline',0,186,206,'trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(4095239220039123670,'issuer',0,124,142,'Chủ tịch UBND tỉnh','resolved');
INSERT INTO evidence VALUES(4095239220039123670,'parties.0.group',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.0.name',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.0.role',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.1.group',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.1.name',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.1.role',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(4095239220039123670,'resolutions',0,100,122,'Nghị quyết số 57-NQ/TW','printed');
INSERT INTO evidence VALUES(4095239220039123670,'strength',0,143,147,'giao','printed');
INSERT INTO evidence VALUES(5231827041338676781,'kind',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(5231827041338676781,'level',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(5231827041338676781,'name',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(8116722754734577895,'of',0,262,290,'đã hoàn thành 12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(8116722754734577895,'state',0,262,290,'đã hoàn thành 12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(8116722754734577895,'value',0,262,290,'đã hoàn thành 12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(8474014268892387870,'kind',0,251,261,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(8474014268892387870,'level',0,251,261,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(8474014268892387870,'name',0,251,261,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(8527738109851409895,'name',0,58,71,'Trần Văn Bình','printed');
INSERT INTO evidence VALUES(8527738109851409895,'posts.0.body',0,48,57,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(8527738109851409895,'posts.0.role',0,39,47,'Chủ tịch','printed');
INSERT INTO evidence VALUES(8527738109851409895,'posts.0.title',0,39,47,'Chủ tịch','printed');
CREATE TABLE official (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name TEXT NOT NULL  -- the fullest form in the article, no title, Russian in the nominative
) STRICT;
INSERT INTO official VALUES(8527738109851409895,'Trần Văn Bình');
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
INSERT INTO official_posts VALUES(8527738109851409895,0,'Chủ tịch','chair','UBND tỉnh',NULL);
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
INSERT INTO agency VALUES(2232160905586678017,'Sở Y tế','department','province',NULL,NULL);
INSERT INTO agency VALUES(3435408609348712891,'UBND tỉnh','peoples_committee','province',NULL,NULL);
INSERT INTO agency VALUES(5231827041338676781,'Sở Tài chính','department','province',NULL,NULL);
INSERT INTO agency VALUES(8474014268892387870,'Đảng ủy xã','party_committee','commune',NULL,NULL);
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
INSERT INTO resolution VALUES(1725722308569731546,'resolution','resolution','57-NQ/TW','57-NQ-TW',NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO target VALUES(3124870188179948752,'Phấn đấu đạt ít nhất 80%',NULL,80.0,NULL,NULL,'percent','at_least','reach',NULL,'goal',NULL,NULL,NULL,NULL);
INSERT INTO target VALUES(3312888372128482245,'đã hoàn thành 12/15 nhiệm vụ',NULL,12.0,NULL,15.0,'task','equal','reach',NULL,'result',NULL,NULL,NULL,NULL);
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
INSERT INTO deadline VALUES(522223292504425572,'2025-09-15','day','trước ngày 15/9/2025','báo cáo kết quả trước ngày 15/9/2025','ngày 15/9/2025',NULL,NULL);
CREATE TABLE deadline_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the deadline
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- who has to do it, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO deadline_assignees VALUES(522223292504425572,0,'Sở Y tế');
INSERT INTO deadline_assignees VALUES(522223292504425572,1,'Sở Tài chính');
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
INSERT INTO directive VALUES(4095239220039123670,'Trần Văn Bình','báo cáo kết quả trước ngày 15/9/2025','2025-09-15','assign',NULL,NULL,NULL,NULL);
CREATE TABLE directive_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- the leads, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_assignees VALUES(4095239220039123670,0,'Sở Y tế');
INSERT INTO directive_assignees VALUES(4095239220039123670,1,'Sở Tài chính');
CREATE TABLE directive_resolutions (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- numbers or titles of the instruments concerned
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_resolutions VALUES(4095239220039123670,0,'57-NQ/TW');
CREATE TABLE directive_parties (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  name TEXT NOT NULL,  -- as written, Russian in the nominative
  role TEXT  -- its part in the task
    CHECK (role IN ('lead', 'support', 'advised', 'recipient', 'via')),
  "group" INTEGER CHECK ("group" IN (0, 1)),  -- true for a collective addressee without a name
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_parties VALUES(4095239220039123670,0,'Sở Y tế','lead',0);
INSERT INTO directive_parties VALUES(4095239220039123670,1,'Sở Tài chính','lead',0);
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
INSERT INTO directive_links VALUES(4095239220039123670,'deadlines',0,522223292504425572,NULL);
INSERT INTO directive_links VALUES(4095239220039123670,'resolutions',0,1725722308569731546,'under');
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
INSERT INTO progress VALUES(8116722754734577895,NULL,NULL,12.0,15.0,'done',NULL,NULL);
CREATE TABLE event (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  kind TEXT NOT NULL  -- the kind of event
    CHECK (kind IN ('meeting', 'inspection', 'ceremony', 'visit', 'signing', 'session', 'congress',
      'other')),
  date TEXT CHECK (date GLOB '????-??-??'),  -- the last day that still meets it; null: see anchor
  place TEXT,  -- where
  chair TEXT  -- the person who chaired it
) STRICT;
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('directive_links','links_by_target','2 1');
INSERT INTO sqlite_stat1 VALUES('directive_links','directive_links','2 2 1 1');
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
CREATE TABLE entity_use (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- official, agency or resolution
  form INTEGER NOT NULL REFERENCES entity_form (key) DEFERRABLE INITIALLY DEFERRED,  -- the form
  authority INTEGER NOT NULL,  -- of the article's language: 0 Vietnamese, 1 English, 2 Russian
  name TEXT NOT NULL,  -- the name in this article
  rule TEXT NOT NULL,  -- why it is that form: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;
CREATE TABLE story (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over id
  id TEXT NOT NULL,  -- public: "story-" and 16 hexadecimal digits
  place TEXT,  -- key of the place where it plays; null when it is not known
  place_name TEXT,  -- its name
  place_basis TEXT  -- how the place is known
    CHECK (place_basis IN ('printed', 'site', 'text'))
) STRICT;
CREATE TABLE story_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  story INTEGER NOT NULL REFERENCES story (key) DEFERRABLE INITIALLY DEFERRED,  -- its story
  pack TEXT NOT NULL,  -- pack and tables by which it was resolved
  evidence TEXT NOT NULL  -- what it shares with another article of the story; empty for the only one
) STRICT;
CREATE TABLE story_key (
  word TEXT NOT NULL,  -- a person's name in classes of sounds, a document's number, a figure
  day INTEGER NOT NULL,  -- of publication, in days since 1970; -1000000 when it is not known
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  PRIMARY KEY (word, day, article)
) STRICT, WITHOUT ROWID;
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
CREATE INDEX entity_use_by_form ON entity_use (form, authority, name);
CREATE UNIQUE INDEX story_by_id ON story (id);
CREATE INDEX story_article_by_story ON story_article (story);
CREATE INDEX story_key_by_article ON story_key (article);
CREATE UNIQUE INDEX task_by_id ON task (id);
CREATE INDEX task_statement_by_task ON task_statement (task);
CREATE VIEW v_article AS
SELECT
  a.key AS article,
  coalesce(a.url, (SELECT min(source) FROM input WHERE article = a.key)) AS source,
  a.title, a.site, a.language, a.published, a.text, a.pack
FROM article a
WHERE EXISTS (SELECT 1 FROM input WHERE article = a.key);
CREATE VIEW v_record AS
SELECT
  r.key AS record, r.id, r.kind, r.basis, r.rule, r.article, a.source, a.language, a.published,
  m.start, m."end", m.quote
FROM record r
JOIN v_article a ON a.article = r.article
LEFT JOIN mention m ON m.record = r.key AND m.n = 0
WHERE NOT EXISTS (SELECT 1 FROM wrong_record w WHERE w.id = r.id);
CREATE VIEW v_directive_lists AS
SELECT
  o.record,
  (SELECT json_group_array(value)
   FROM (SELECT value FROM directive_assignees WHERE record = o.record ORDER BY n)) AS assignees,
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
  o.record, r.id, r.article, r.source, r.language, r.published, r.basis, r.start, r."end", r.quote,
  o.issuer, o.action AS task, o.strength, o.deadline AS due, o.given, x.assignees, x.under
FROM directive o
JOIN v_directive_lists x ON x.record = o.record
JOIN v_record r ON r.record = o.record;
CREATE VIEW v_due AS
SELECT
  d.record, r.id, r.article, r.source, r.language, r.published, r.basis, r.start, r."end", r.quote,
  d.date AS due, d.precision, d.kind,
  CASE WHEN EXISTS (SELECT 1 FROM directive_assignees WHERE record = o.record)
    THEN (SELECT assignees FROM v_directive_lists WHERE record = o.record)
    ELSE (SELECT json_group_array(value)
      FROM (SELECT value FROM deadline_assignees WHERE record = d.record ORDER BY n))
  END AS assignees,
  coalesce(d.task, o.action) AS task, o.issuer,
  coalesce((SELECT under FROM v_directive_lists WHERE record = o.record), '[]') AS under,
  o.strength, (SELECT id FROM record WHERE key = o.record) AS directive
FROM deadline d
JOIN v_record r ON r.record = d.record
LEFT JOIN directive_links l ON l.target = d.record AND l.list = 'deadlines'
LEFT JOIN directive o ON o.record = l.record
UNION ALL
SELECT
  o.record, o.id, o.article, o.source, o.language, o.published, o.basis, o.start, o."end", o.quote,
  o.due, NULL, 'obligation', o.assignees, o.task, o.issuer, o.under, o.strength, o.id
FROM v_directive o
WHERE o.due IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM directive_links WHERE record = o.record AND list = 'deadlines');
CREATE VIEW v_official AS
SELECT
  r.id, r.article, r.source, r.language, r.basis, r.start, r."end", r.quote,
  substr(r.published, 1, 10) AS date, o.name AS official, 'post' AS what, p.title AS detail,
  p.role, p.body, p.capacity
FROM official o
JOIN v_record r ON r.record = o.record
LEFT JOIN official_posts p ON p.record = o.record
UNION ALL
SELECT
  r.id, r.article, r.source, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(e.date, substr(r.published, 1, 10)), e.chair, 'chaired', e.kind, NULL, e.place, NULL
FROM event e
JOIN v_record r ON r.record = e.record
WHERE e.chair IS NOT NULL
UNION ALL
SELECT
  o.id, o.article, o.source, o.language, o.basis, o.start, o."end", o.quote,
  coalesce(o.given, substr(o.published, 1, 10)), o.issuer, 'ordered', o.task, NULL, NULL, NULL
FROM v_directive o
WHERE o.issuer IS NOT NULL
UNION ALL
SELECT
  r.id, r.article, r.source, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(d.issued, substr(r.published, 1, 10)), d.signer, 'signed', coalesce(d.number, d.title), NULL,
  d.issuer, NULL
FROM resolution d
JOIN v_record r ON r.record = d.record
WHERE d.signer IS NOT NULL;
CREATE VIEW v_resolution AS
SELECT
  r.id, r.article, r.source, r.language, r.published, r.basis, r.start, r."end", r.quote,
  d.kind, d.number, d.title, d.issued, 'cited' AS relation, d.issuer, '[]' AS assignees,
  NULL AS task, NULL AS due
FROM resolution d
JOIN v_record r ON r.record = d.record
UNION ALL
SELECT
  o.id, o.article, o.source, o.language, o.published, o.basis, o.start, o."end", o.quote,
  d.kind, d.number, d.title, d.issued, l.relation, o.issuer, o.assignees, o.task, o.due
FROM directive_links l
JOIN resolution d ON d.record = l.target
JOIN v_directive o ON o.record = l.record
WHERE l.list = 'resolutions'
UNION ALL
-- Orders that name it without saying how they stand to it.
SELECT
  o.id, o.article, o.source, o.language, o.published, o.basis, o.start, o."end", o.quote,
  d.kind, d.number, d.title, d.issued, 'named', o.issuer, o.assignees, o.task, o.due
FROM directive_resolutions n
JOIN v_directive o ON o.record = n.record
JOIN record r ON r.article = o.article AND r.kind = 'resolution'
JOIN resolution d ON d.record = r.key AND n.value IN (d.number, d.title)
WHERE NOT EXISTS (
  SELECT 1 FROM directive_links l WHERE l.record = n.record AND l.list = 'resolutions' AND l.target = r.key)
;
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
    THEN substr(o.published, 1, 10) END) AS first_seen,
  max(CASE WHEN coalesce(p.capacity, 'current') IN ('current', 'acting', 'in_charge', 'appointed')
    THEN substr(o.published, 1, 10) END) AS last_seen,
  min(CASE WHEN p.capacity = 'appointed' THEN substr(o.published, 1, 10) END) AS appointed,
  max(CASE WHEN p.capacity = 'relieved' THEN substr(o.published, 1, 10) END) AS relieved,
  min(CASE WHEN p.capacity IN ('former', 'relieved', 'deceased') THEN substr(o.published, 1, 10) END) AS over_by,
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
  s.what, s.due AS stated_due, s.said, s.rule, s.strength, s.evidence,
  r.record, r.id, r.kind, r.article, r.source, r.language, r.published, r.quote
FROM task t
JOIN task_statement s ON s.task = t.key
JOIN v_record r ON r.record = s.record;
COMMIT;
