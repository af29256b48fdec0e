-- A store of schema version 8 with an article and its near copy, as the program of that version wrote it.
PRAGMA application_id = 1633907809;
PRAGMA user_version = 8;
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
INSERT INTO article VALUES(3414854548503407002,NULL,NULL,NULL,NULL,'Chủ tịch UBND tỉnh Long Giang giao Sở Y tế báo cáo kết quả',NULL,NULL,'vi','ok','[]',replace('Chủ tịch UBND tỉnh Long Giang giao Sở Y tế báo cáo kết quả\n\nNgày 03/9/2025, Chủ tịch UBND tỉnh Long Giang Lê Minh Tâm chủ trì cuộc họp về thực hiện Nghị quyết số 57-NQ/TW.\n\nChủ tịch UBND tỉnh Lê Minh Tâm giao Sở Y tế, Sở Tài chính báo cáo kết quả trước ngày 15/9/2025. Sở Nội vụ tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025.\n\nTheo đó, phấn đấu đến cuối năm 2025 có ít nhất 80% hồ sơ được giải quyết trực tuyến. Đến nay, tỉnh đã hoàn thành 12/15 nhiệm vụ được giao.\n','\n',char(10)),'99721d1847b1d45da52b2f8d3d83a7ed075f312880dfe1e8f8120141d2dada1e','vi 16f3aa33bdbcb641');
INSERT INTO article VALUES(7614373209899834969,NULL,NULL,NULL,NULL,'Chủ tịch UBND tỉnh Long Giang giao Sở Y tế báo cáo kết quả',NULL,NULL,'vi','ok','[]',replace('Chủ tịch UBND tỉnh Long Giang giao Sở Y tế báo cáo kết quả\n\nNgày 03/9/2025, Chủ tịch UBND tỉnh Long Giang Lê Minh Tâm chủ trì cuộc họp về thực hiện Nghị quyết số 57-NQ/TW.\n\nChủ tịch UBND tỉnh Lê Minh Tâm giao Sở Y tế, Sở Tài chính báo cáo kết quả trước ngày 15/9/2025. Sở Nội vụ tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025.\n\nPhấn đấu đến cuối năm 2025 có ít nhất 80% hồ sơ được giải quyết trực tuyến. Đến nay, tỉnh đã hoàn thành 12/15 nhiệm vụ được giao.\n','\n',char(10)),'5f8d1e11b56c131a9a35cafcb1b57c5dab478ef503e79efdbeff2d8f879ca59f','vi 16f3aa33bdbcb641');
CREATE TABLE paragraph (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  n INTEGER NOT NULL,  -- place in the article, from 0
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  kind TEXT NOT NULL  -- what it is for a reader
    CHECK (kind IN ('title', 'body', 'heading', 'list_item', 'caption')),
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
INSERT INTO paragraph VALUES(3414854548503407002,0,0,58,'title');
INSERT INTO paragraph VALUES(3414854548503407002,1,60,171,'body');
INSERT INTO paragraph VALUES(3414854548503407002,2,173,336,'body');
INSERT INTO paragraph VALUES(3414854548503407002,3,338,476,'body');
INSERT INTO paragraph VALUES(7614373209899834969,0,0,58,'title');
INSERT INTO paragraph VALUES(7614373209899834969,1,60,171,'body');
INSERT INTO paragraph VALUES(7614373209899834969,2,173,336,'body');
INSERT INTO paragraph VALUES(7614373209899834969,3,338,467,'body');
CREATE TABLE input (
  source TEXT PRIMARY KEY,  -- the path or URL, as it was given or as a feed or folder gave it
  outcome TEXT NOT NULL  -- read, or refused
    CHECK (outcome IN ('ok', 'refused')),
  reason TEXT,  -- the stable word for the refusal: "timeout", "too_large" …; null when it was read
  article INTEGER REFERENCES article (key)  -- what was read; null when it was refused
    CHECK ((outcome = 'ok') = (article IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO input VALUES('bai.txt','ok',NULL,7614373209899834969);
INSERT INTO input VALUES('bao-khac.txt','ok',NULL,3414854548503407002);
INSERT INTO input VALUES('note.txt','refused','empty',NULL);
CREATE TABLE visit (
  source TEXT PRIMARY KEY REFERENCES input (source) ON DELETE CASCADE,  -- the input
  fetched_at INTEGER,  -- seconds since 1970, UTC; null when unknown
  http_status INTEGER,  -- of the final response; null for a file
  tls_unverified INTEGER NOT NULL CHECK (tls_unverified IN (0, 1)),  -- 1 if no certificate was checked
  message TEXT  -- what happened, for people; null when it was read
) STRICT, WITHOUT ROWID;
INSERT INTO visit VALUES('bai.txt',NULL,NULL,0,NULL);
INSERT INTO visit VALUES('bao-khac.txt',NULL,NULL,0,NULL);
INSERT INTO visit VALUES('note.txt',NULL,NULL,0,'there is nothing in it');
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
INSERT INTO record VALUES(3414854833741407807,3414854548503407002,'deadline',1,'acta-04269827ca587969','vi/deadline.toml:27','printed',316,335,'trong tháng 10/2025',NULL,'{"assignees":[[269,278]],"date":[[322,335]],"kind":[[316,335]],"precision":[[322,335]],"quote":[[316,335]],"raw":[[322,335]],"task":[[279,335]]}');
INSERT INTO record VALUES(3414856604481622036,3414854548503407002,'agency',2,'acta-1deb1d9e67a0fa53','vi/agency.toml:214','printed',218,230,'Sở Tài chính',NULL,'{"kind":[[218,230]],"level":[[218,230]],"name":[[218,230]]}');
INSERT INTO record VALUES(3414859171905564204,3414854548503407002,'target',0,'acta-434783e4492280c0','vi/target.toml:62','printed',347,388,'phấn đấu đến cuối năm 2025 có ít nhất 80%',NULL,'{"by":[[356,373]],"comparator":[[377,384]],"direction":[[385,388]],"quote":[[347,388]],"status":[[347,388]],"unit":[[385,388]],"value":[[385,388]]}');
INSERT INTO record VALUES(3414859393679789968,3414854548503407002,'event',0,'acta-4681b0465f6c75d4','vi/event.toml:3','printed',60,134,'Ngày 03/9/2025, Chủ tịch UBND tỉnh Long Giang Lê Minh Tâm chủ trì cuộc họp',NULL,'{"chair":[[76,117]],"date":[[60,74]],"kind":[[131,134]]}');
INSERT INTO record VALUES(3414859657451739024,3414854548503407002,'directive',1,'acta-4a5850cedf6c1c99','vi/directive.toml:316','resolved',269,336,'Sở Nội vụ tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025.',NULL,'{"action":[[279,335]],"assignees":[[269,278]],"deadline":[[316,335]],"given":[[60,74,"resolved"]],"issuer":[[173,203,"resolved"]],"parties.0.group":[[269,278]],"parties.0.name":[[269,278]],"parties.0.role":[[269,278]],"strength":[[204,208,"resolved"]]}');
INSERT INTO record VALUES(3414861033714481230,3414854548503407002,'directive',0,'acta-5e5f4b3ceb40e1cd','vi/directive.toml:44','resolved',0,58,'Chủ tịch UBND tỉnh Long Giang giao Sở Y tế báo cáo kết quả','[[173,268]]','{"action":[[231,267]],"assignees":[[209,216],[218,230]],"deadline":[[247,267]],"given":[[60,74,"resolved"]],"issuer":[[173,203]],"parties.0.group":[[209,216]],"parties.0.name":[[209,216]],"parties.0.role":[[209,216]],"parties.1.group":[[218,230]],"parties.1.name":[[218,230]],"parties.1.role":[[218,230]],"strength":[[204,208]]}');
INSERT INTO record VALUES(3414861213870038564,3414854548503407002,'agency',1,'acta-60fe6cf748a666ae','vi/agency.toml:214','printed',35,42,'Sở Y tế','[[209,216]]','{"kind":[[35,42]],"level":[[35,42]],"name":[[35,42]]}');
INSERT INTO record VALUES(3414862979468397969,3414854548503407002,'official',0,'acta-7aafcac63f7fe91f','vi/official.toml:3','printed',95,117,'Long Giang Lê Minh Tâm','[[192,203]]','{"name":[[95,117]],"posts.0.body":[[85,94]],"posts.0.capacity":[[76,84,"inferred"]],"posts.0.role":[[76,84]],"posts.0.title":[[76,84]]}');
INSERT INTO record VALUES(3414863599573151026,3414854548503407002,'agency',3,'acta-83b5dcc03989db22','vi/agency.toml:214','printed',269,278,'Sở Nội vụ',NULL,'{"kind":[[269,278]],"level":[[269,278]],"name":[[269,278]]}');
INSERT INTO record VALUES(3414867353344113105,3414854548503407002,'resolution',0,'acta-ba55bfb5037a0b52','vi/resolution.toml:3','printed',148,170,'Nghị quyết số 57-NQ/TW',NULL,'{"kind":[[148,158]],"number":[[162,170]],"number_key":[[162,170]],"subkind":[[148,158]]}');
INSERT INTO record VALUES(3414869218735436500,3414854548503407002,'deadline',0,'acta-d57adf8093a5cd72','vi/deadline.toml:3','printed',247,267,'trước ngày 15/9/2025',NULL,'{"assignees":[[209,216],[218,230]],"date":[[253,267]],"kind":[[247,267]],"precision":[[253,267]],"quote":[[247,267]],"raw":[[253,267]],"task":[[231,267]]}');
INSERT INTO record VALUES(3414870408254816558,3414854548503407002,'agency',0,'acta-e6ca2d957946c161','vi/agency.toml:75','printed',9,29,'UBND tỉnh Long Giang','[[85,94],[182,191],[288,297]]','{"kind":[[9,29]],"level":[[9,29]],"name":[[9,29]],"place":[[19,29]],"place_basis":[[19,29]]}');
INSERT INTO record VALUES(7614373799402809381,7614373209899834969,'official',0,'acta-089411d89cc84505','vi/official.toml:3','printed',95,117,'Long Giang Lê Minh Tâm','[[192,203]]','{"name":[[95,117]],"posts.0.body":[[85,94]],"posts.0.capacity":[[76,84,"inferred"]],"posts.0.role":[[76,84]],"posts.0.title":[[76,84]]}');
INSERT INTO record VALUES(7614374419015757167,7614373209899834969,'agency',0,'acta-11984eccf160aec7','vi/agency.toml:75','printed',9,29,'UBND tỉnh Long Giang','[[85,94],[182,191],[288,297]]','{"kind":[[9,29]],"level":[[9,29]],"name":[[9,29]],"place":[[19,29]],"place_basis":[[19,29]]}');
INSERT INTO record VALUES(7614375350399662361,7614373209899834969,'directive',0,'acta-1f25fbb5ac07731b','vi/directive.toml:44','resolved',0,58,'Chủ tịch UBND tỉnh Long Giang giao Sở Y tế báo cáo kết quả','[[173,268]]','{"action":[[231,267]],"assignees":[[209,216],[218,230]],"deadline":[[247,267]],"given":[[60,74,"resolved"]],"issuer":[[173,203]],"parties.0.group":[[209,216]],"parties.0.name":[[209,216]],"parties.0.role":[[209,216]],"parties.1.group":[[218,230]],"parties.1.name":[[218,230]],"parties.1.role":[[218,230]],"strength":[[204,208]]}');
INSERT INTO record VALUES(7614376916987330737,7614373209899834969,'deadline',1,'acta-35f1fa22258b1945','vi/deadline.toml:27','printed',316,335,'trong tháng 10/2025',NULL,'{"assignees":[[269,278]],"date":[[322,335]],"kind":[[316,335]],"precision":[[322,335]],"quote":[[316,335]],"raw":[[322,335]],"task":[[279,335]]}');
INSERT INTO record VALUES(7614377048780239874,7614373209899834969,'deadline',0,'acta-37dcf1a55a953501','vi/deadline.toml:3','printed',247,267,'trước ngày 15/9/2025',NULL,'{"assignees":[[209,216],[218,230]],"date":[[253,267]],"kind":[[247,267]],"precision":[[253,267]],"quote":[[247,267]],"raw":[[253,267]],"task":[[231,267]]}');
INSERT INTO record VALUES(7614377583977100632,7614373209899834969,'resolution',0,'acta-3fa6b5256ff7b717','vi/resolution.toml:3','printed',148,170,'Nghị quyết số 57-NQ/TW',NULL,'{"kind":[[148,158]],"number":[[162,170]],"number_key":[[162,170]],"subkind":[[148,158]]}');
INSERT INTO record VALUES(7614379486615936241,7614373209899834969,'directive',1,'acta-5b5696efe98edf59','vi/directive.toml:316','resolved',269,336,'Sở Nội vụ tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025.',NULL,'{"action":[[279,335]],"assignees":[[269,278]],"deadline":[[316,335]],"given":[[60,74,"resolved"]],"issuer":[[173,203,"resolved"]],"parties.0.group":[[269,278]],"parties.0.name":[[269,278]],"parties.0.role":[[269,278]],"strength":[[204,208,"resolved"]]}');
INSERT INTO record VALUES(7614380033118527683,7614373209899834969,'agency',3,'acta-634a786c26a1fa6c','vi/agency.toml:214','printed',269,278,'Sở Nội vụ',NULL,'{"kind":[[269,278]],"level":[[269,278]],"name":[[269,278]]}');
INSERT INTO record VALUES(7614384930904235389,7614373209899834969,'target',0,'acta-aa9024dbf24947f0','vi/target.toml:62','printed',338,379,'Phấn đấu đến cuối năm 2025 có ít nhất 80%',NULL,'{"by":[[347,364]],"comparator":[[368,375]],"direction":[[376,379]],"quote":[[338,379]],"status":[[338,379]],"unit":[[376,379]],"value":[[376,379]]}');
INSERT INTO record VALUES(7614387140008227032,7614373209899834969,'event',0,'acta-cab5b29927f36e3d','vi/event.toml:3','printed',60,134,'Ngày 03/9/2025, Chủ tịch UBND tỉnh Long Giang Lê Minh Tâm chủ trì cuộc họp',NULL,'{"chair":[[76,117]],"date":[[60,74]],"kind":[[131,134]]}');
INSERT INTO record VALUES(7614387467066072306,7614373209899834969,'agency',2,'acta-cf781543e99f9b45','vi/agency.toml:214','printed',218,230,'Sở Tài chính',NULL,'{"kind":[[218,230]],"level":[[218,230]],"name":[[218,230]]}');
INSERT INTO record VALUES(7614388884869536487,7614373209899834969,'agency',1,'acta-e419d003c8ea75aa','vi/agency.toml:214','printed',35,42,'Sở Y tế','[[209,216]]','{"kind":[[35,42]],"level":[[35,42]],"name":[[35,42]]}');
CREATE TABLE official (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name TEXT NOT NULL  -- the fullest form in the article, no title, Russian in the nominative
) STRICT;
INSERT INTO official VALUES(3414862979468397969,'Long Giang Lê Minh Tâm');
INSERT INTO official VALUES(7614373799402809381,'Long Giang Lê Minh Tâm');
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
INSERT INTO official_posts VALUES(3414862979468397969,0,'Chủ tịch','chair','UBND tỉnh','current');
INSERT INTO official_posts VALUES(7614373799402809381,0,'Chủ tịch','chair','UBND tỉnh','current');
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
INSERT INTO agency VALUES(3414856604481622036,'Sở Tài chính','department','province',NULL,NULL);
INSERT INTO agency VALUES(3414861213870038564,'Sở Y tế','department','province',NULL,NULL);
INSERT INTO agency VALUES(3414863599573151026,'Sở Nội vụ','department','province',NULL,NULL);
INSERT INTO agency VALUES(3414870408254816558,'UBND tỉnh Long Giang','peoples_committee','province','Long Giang','printed');
INSERT INTO agency VALUES(7614374419015757167,'UBND tỉnh Long Giang','peoples_committee','province','Long Giang','printed');
INSERT INTO agency VALUES(7614380033118527683,'Sở Nội vụ','department','province',NULL,NULL);
INSERT INTO agency VALUES(7614387467066072306,'Sở Tài chính','department','province',NULL,NULL);
INSERT INTO agency VALUES(7614388884869536487,'Sở Y tế','department','province',NULL,NULL);
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
INSERT INTO resolution VALUES(3414867353344113105,'resolution','resolution','57-NQ/TW','57-NQ-TW',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO resolution VALUES(7614377583977100632,'resolution','resolution','57-NQ/TW','57-NQ-TW',NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO target VALUES(3414859171905564204,'phấn đấu đến cuối năm 2025 có ít nhất 80%',NULL,80.0,NULL,NULL,'percent','at_least','reach','2025-12-31','goal',NULL,NULL,NULL,NULL);
INSERT INTO target VALUES(7614384930904235389,'Phấn đấu đến cuối năm 2025 có ít nhất 80%',NULL,80.0,NULL,NULL,'percent','at_least','reach','2025-12-31','goal',NULL,NULL,NULL,NULL);
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
INSERT INTO deadline VALUES(3414854833741407807,'2025-10-31','month','trong tháng 10/2025','tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025','tháng 10/2025','obligation',NULL);
INSERT INTO deadline VALUES(3414869218735436500,'2025-09-15','day','trước ngày 15/9/2025','báo cáo kết quả trước ngày 15/9/2025','ngày 15/9/2025','obligation',NULL);
INSERT INTO deadline VALUES(7614376916987330737,'2025-10-31','month','trong tháng 10/2025','tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025','tháng 10/2025','obligation',NULL);
INSERT INTO deadline VALUES(7614377048780239874,'2025-09-15','day','trước ngày 15/9/2025','báo cáo kết quả trước ngày 15/9/2025','ngày 15/9/2025','obligation',NULL);
CREATE TABLE deadline_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the deadline
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- who has to do it, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO deadline_assignees VALUES(3414854833741407807,0,'Sở Nội vụ');
INSERT INTO deadline_assignees VALUES(3414869218735436500,0,'Sở Y tế');
INSERT INTO deadline_assignees VALUES(3414869218735436500,1,'Sở Tài chính');
INSERT INTO deadline_assignees VALUES(7614376916987330737,0,'Sở Nội vụ');
INSERT INTO deadline_assignees VALUES(7614377048780239874,0,'Sở Y tế');
INSERT INTO deadline_assignees VALUES(7614377048780239874,1,'Sở Tài chính');
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
INSERT INTO directive VALUES(3414859657451739024,'Long Giang Lê Minh Tâm','tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025','2025-10-31','assign','2025-09-03',NULL,NULL,NULL);
INSERT INTO directive VALUES(3414861033714481230,'Long Giang Lê Minh Tâm','báo cáo kết quả trước ngày 15/9/2025','2025-09-15','assign','2025-09-03',NULL,NULL,NULL);
INSERT INTO directive VALUES(7614375350399662361,'Long Giang Lê Minh Tâm','báo cáo kết quả trước ngày 15/9/2025','2025-09-15','assign','2025-09-03',NULL,NULL,NULL);
INSERT INTO directive VALUES(7614379486615936241,'Long Giang Lê Minh Tâm','tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025','2025-10-31','assign','2025-09-03',NULL,NULL,NULL);
CREATE TABLE directive_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- the leads, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_assignees VALUES(3414859657451739024,0,'Sở Nội vụ');
INSERT INTO directive_assignees VALUES(3414861033714481230,0,'Sở Y tế');
INSERT INTO directive_assignees VALUES(3414861033714481230,1,'Sở Tài chính');
INSERT INTO directive_assignees VALUES(7614375350399662361,0,'Sở Y tế');
INSERT INTO directive_assignees VALUES(7614375350399662361,1,'Sở Tài chính');
INSERT INTO directive_assignees VALUES(7614379486615936241,0,'Sở Nội vụ');
CREATE TABLE directive_resolutions (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- numbers or titles of the instruments concerned
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE directive_parties (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  name TEXT NOT NULL,  -- as written, Russian in the nominative
  role TEXT  -- its part in the task
    CHECK (role IN ('lead', 'support', 'advised', 'recipient', 'via')),
  "group" INTEGER CHECK ("group" IN (0, 1)),  -- true for a collective addressee without a name
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_parties VALUES(3414859657451739024,0,'Sở Nội vụ','lead',0);
INSERT INTO directive_parties VALUES(3414861033714481230,0,'Sở Y tế','lead',0);
INSERT INTO directive_parties VALUES(3414861033714481230,1,'Sở Tài chính','lead',0);
INSERT INTO directive_parties VALUES(7614375350399662361,0,'Sở Y tế','lead',0);
INSERT INTO directive_parties VALUES(7614375350399662361,1,'Sở Tài chính','lead',0);
INSERT INTO directive_parties VALUES(7614379486615936241,0,'Sở Nội vụ','lead',0);
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
INSERT INTO directive_links VALUES(3414859657451739024,'deadlines',0,3414854833741407807,NULL);
INSERT INTO directive_links VALUES(3414861033714481230,'deadlines',0,3414869218735436500,NULL);
INSERT INTO directive_links VALUES(7614375350399662361,'deadlines',0,7614377048780239874,NULL);
INSERT INTO directive_links VALUES(7614379486615936241,'deadlines',0,7614376916987330737,NULL);
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
INSERT INTO event VALUES(3414859393679789968,'meeting','2025-09-03',NULL,'Long Giang Lê Minh Tâm');
INSERT INTO event VALUES(7614387140008227032,'meeting','2025-09-03',NULL,'Long Giang Lê Minh Tâm');
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
INSERT INTO entity VALUES(2117419640685610090,'agency-3459302031ee8d86','agency','Sở Nội vụ','Department of Home Affairs','Департамент внутренних дел','department','longgiang',NULL,NULL);
INSERT INTO entity VALUES(2971223353086243434,'agency-e612c0175601de8b','agency','Sở Tài chính','Department of Finance','Департамент финансов','department','longgiang',NULL,NULL);
INSERT INTO entity VALUES(3890190782849414547,'official-a8841d36f539b55d','official','Long Giang Lê Minh Tâm',NULL,NULL,NULL,'longgiang',NULL,NULL);
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
INSERT INTO entity_form VALUES(1356888791458560583,'agency|provincial-peoples-committee|longgiang','agency','agency|provincial-peoples-committee|longgiang','vi','UBND tỉnh Long Giang',NULL,NULL,'peoples_committee','longgiang','provincial-peoples-committee',8860600039393400123,'same_name',1.0,'');
INSERT INTO entity_form VALUES(1886049538867152579,'agency|department-of-home-affairs|longgiang','agency','agency|department-of-home-affairs|longgiang','vi','Sở Nội vụ',NULL,NULL,'department','longgiang','department-of-home-affairs',2117419640685610090,'same_name',1.0,'');
INSERT INTO entity_form VALUES(3214325084660796862,'resolution|57-NQ/TW|central|','resolution','resolution|57-NQ/TW|central','vi','Nghị quyết số 57-NQ/TW',NULL,NULL,'resolution','central','',2007310828373151487,'same_number',1.0,'');
INSERT INTO entity_form VALUES(4503780877532756163,'agency|department-of-health|longgiang','agency','agency|department-of-health|longgiang','vi','Sở Y tế',NULL,NULL,'department','longgiang','department-of-health',6566627817074679812,'same_name',1.0,'');
INSERT INTO entity_form VALUES(6071431308588669614,'official|Ln Dn La Mn Tm|vi|long  giang  lê  minh  tâm |longgiang|leaders','official','official|Ln Dn La Mn Tm','vi','Long Giang Lê Minh Tâm',NULL,NULL,'','longgiang','leaders',3890190782849414547,'same_spelling',1.0,'');
INSERT INTO entity_form VALUES(8289262192381980485,'agency|department-of-finance|longgiang','agency','agency|department-of-finance|longgiang','vi','Sở Tài chính',NULL,NULL,'department','longgiang','department-of-finance',2971223353086243434,'same_name',1.0,'');
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
INSERT INTO entity_use VALUES(3414856604481622036,3414854548503407002,8289262192381980485,0,'Sở Tài chính','catalog',1.0,'');
INSERT INTO entity_use VALUES(3414861213870038564,3414854548503407002,4503780877532756163,0,'Sở Y tế','catalog',1.0,'');
INSERT INTO entity_use VALUES(3414862979468397969,3414854548503407002,6071431308588669614,0,'Long Giang Lê Minh Tâm','same_spelling',1.0,'');
INSERT INTO entity_use VALUES(3414863599573151026,3414854548503407002,1886049538867152579,0,'Sở Nội vụ','catalog',1.0,'');
INSERT INTO entity_use VALUES(3414867353344113105,3414854548503407002,3214325084660796862,0,'Nghị quyết số 57-NQ/TW','same_number',1.0,'57-NQ/TW');
INSERT INTO entity_use VALUES(3414870408254816558,3414854548503407002,1356888791458560583,0,'UBND tỉnh Long Giang','catalog',1.0,'');
INSERT INTO entity_use VALUES(7614373799402809381,7614373209899834969,6071431308588669614,0,'Long Giang Lê Minh Tâm','same_spelling',1.0,'');
INSERT INTO entity_use VALUES(7614374419015757167,7614373209899834969,1356888791458560583,0,'UBND tỉnh Long Giang','catalog',1.0,'');
INSERT INTO entity_use VALUES(7614377583977100632,7614373209899834969,3214325084660796862,0,'Nghị quyết số 57-NQ/TW','same_number',1.0,'57-NQ/TW');
INSERT INTO entity_use VALUES(7614380033118527683,7614373209899834969,1886049538867152579,0,'Sở Nội vụ','catalog',1.0,'');
INSERT INTO entity_use VALUES(7614387467066072306,7614373209899834969,8289262192381980485,0,'Sở Tài chính','catalog',1.0,'');
INSERT INTO entity_use VALUES(7614388884869536487,7614373209899834969,4503780877532756163,0,'Sở Y tế','catalog',1.0,'');
CREATE TABLE story (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over id
  id TEXT NOT NULL,  -- public: "story-" and 16 hexadecimal digits
  place TEXT,  -- key of the place where it plays; null when it is not known
  place_name TEXT,  -- its name
  place_basis TEXT  -- how the place is known
    CHECK (place_basis IN ('printed', 'site', 'text'))
) STRICT;
INSERT INTO story VALUES(7257645194075938819,'story-8699c2794b748f29','longgiang','Long Giang','text');
INSERT INTO story VALUES(7612676137398921863,'story-fb1ee5000442d7f4','longgiang','Long Giang','text');
CREATE TABLE story_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  story INTEGER NOT NULL REFERENCES story (key) DEFERRABLE INITIALLY DEFERRED,  -- its story
  tables TEXT NOT NULL,  -- version of the tables by which it was resolved; empty once it was read anew
  evidence TEXT NOT NULL  -- what it shares with another article of the story; empty for the only one
) STRICT;
INSERT INTO story_article VALUES(3414854548503407002,7612676137398921863,'a3136fef.3','');
INSERT INTO story_article VALUES(7614373209899834969,7257645194075938819,'a3136fef.3','');
CREATE TABLE story_key (
  word TEXT NOT NULL,  -- the week, and a person's name in classes of sounds, a document's number or a figure
  day INTEGER NOT NULL,  -- of publication, in days since 1970; -1000000 when it is not known
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  PRIMARY KEY (word, day, article)
) STRICT, WITHOUT ROWID;
INSERT INTO story_key VALUES('-142858 f 80 percent',-1000000,3414854548503407002);
INSERT INTO story_key VALUES('-142858 p Ln Dn La Mn Tm',-1000000,3414854548503407002);
INSERT INTO story_key VALUES('-142858 f 80 percent',-1000000,7614373209899834969);
INSERT INTO story_key VALUES('-142858 p Ln Dn La Mn Tm',-1000000,7614373209899834969);
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
INSERT INTO task VALUES(3032413363810048689,'task-c4bf41fde3e0b571','tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025','vi','["agency-3459302031ee8d86"]','2025-10-31','2025-10-31',0,1);
INSERT INTO task VALUES(7191000134255689537,'task-bd36c4de878c4c4e','báo cáo kết quả trước ngày 15/9/2025','vi','["agency-7d0149b12f12f187","agency-e612c0175601de8b"]','2025-09-15','2025-09-15',0,1);
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
INSERT INTO task_statement VALUES(3414859657451739024,3414854548503407002,3032413363810048689,'acta-4a5850cedf6c1c99','assigned','tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025',0,'["agency|department-of-home-affairs|longgiang"]','story-fb1ee5000442d7f4|acta-4a5850cedf6c1c99','2025-10-31',NULL,NULL,'stated',1.0,'');
INSERT INTO task_statement VALUES(3414861033714481230,3414854548503407002,7191000134255689537,'acta-5e5f4b3ceb40e1cd','assigned','báo cáo kết quả trước ngày 15/9/2025',0,'["agency|department-of-health|longgiang","agency|department-of-finance|longgiang"]','story-fb1ee5000442d7f4|acta-5e5f4b3ceb40e1cd','2025-09-15',NULL,NULL,'stated',1.0,'');
INSERT INTO task_statement VALUES(7614375350399662361,7614373209899834969,7191000134255689537,'acta-1f25fbb5ac07731b','repeated','báo cáo kết quả trước ngày 15/9/2025',0,'["agency|department-of-health|longgiang","agency|department-of-finance|longgiang"]','story-8699c2794b748f29|acta-1f25fbb5ac07731b','2025-09-15',NULL,NULL,'same_words',0.69999999999999995559,'nearly the same words for the same body');
INSERT INTO task_statement VALUES(7614379486615936241,7614373209899834969,3032413363810048689,'acta-5b5696efe98edf59','repeated','tham mưu UBND tỉnh ban hành kế hoạch trong tháng 10/2025',0,'["agency|department-of-home-affairs|longgiang"]','story-8699c2794b748f29|acta-5b5696efe98edf59','2025-10-31',NULL,NULL,'same_words',0.69999999999999995559,'nearly the same words for the same body');
CREATE TABLE task_key (
  word TEXT NOT NULL,  -- the half of a year, who, and a part of the words
  record INTEGER NOT NULL REFERENCES task_statement (record) ON DELETE CASCADE,  -- the statement
  PRIMARY KEY (word, record)
) STRICT, WITHOUT ROWID;
INSERT INTO task_key VALUES('fff2d806602d5fef',3414859657451739024);
INSERT INTO task_key VALUES('fff2d80663a86325',3414859657451739024);
INSERT INTO task_key VALUES('fff2d80663bea7f4',3414859657451739024);
INSERT INTO task_key VALUES('fff2d80663d53c19',3414859657451739024);
INSERT INTO task_key VALUES('fff2d806674f1c31',3414859657451739024);
INSERT INTO task_key VALUES('fff2d80669f5d913',3414859657451739024);
INSERT INTO task_key VALUES('fff2d8066c3468ff',3414859657451739024);
INSERT INTO task_key VALUES('fff2d8066d010b40',3414859657451739024);
INSERT INTO task_key VALUES('fff48e9e400aea48',3414861033714481230);
INSERT INTO task_key VALUES('fff48e9e443ea7f7',3414861033714481230);
INSERT INTO task_key VALUES('fff48e9e457bdb65',3414861033714481230);
INSERT INTO task_key VALUES('fff48e9e45d95e3b',3414861033714481230);
INSERT INTO task_key VALUES('fff48e9e4616f7f5',3414861033714481230);
INSERT INTO task_key VALUES('fff48e9e491971c0',3414861033714481230);
INSERT INTO task_key VALUES('fff48e9e4d1406f0',3414861033714481230);
INSERT INTO task_key VALUES('fff48e9e4f29ab32',3414861033714481230);
INSERT INTO task_key VALUES('fffb864a300aea48',3414861033714481230);
INSERT INTO task_key VALUES('fffb864a343ea7f7',3414861033714481230);
INSERT INTO task_key VALUES('fffb864a357bdb65',3414861033714481230);
INSERT INTO task_key VALUES('fffb864a35d95e3b',3414861033714481230);
INSERT INTO task_key VALUES('fffb864a3616f7f5',3414861033714481230);
INSERT INTO task_key VALUES('fffb864a391971c0',3414861033714481230);
INSERT INTO task_key VALUES('fffb864a3d1406f0',3414861033714481230);
INSERT INTO task_key VALUES('fffb864a3f29ab32',3414861033714481230);
INSERT INTO task_key VALUES('fff48e9e400aea48',7614375350399662361);
INSERT INTO task_key VALUES('fff48e9e443ea7f7',7614375350399662361);
INSERT INTO task_key VALUES('fff48e9e457bdb65',7614375350399662361);
INSERT INTO task_key VALUES('fff48e9e45d95e3b',7614375350399662361);
INSERT INTO task_key VALUES('fff48e9e4616f7f5',7614375350399662361);
INSERT INTO task_key VALUES('fff48e9e491971c0',7614375350399662361);
INSERT INTO task_key VALUES('fff48e9e4d1406f0',7614375350399662361);
INSERT INTO task_key VALUES('fff48e9e4f29ab32',7614375350399662361);
INSERT INTO task_key VALUES('fffb864a300aea48',7614375350399662361);
INSERT INTO task_key VALUES('fffb864a343ea7f7',7614375350399662361);
INSERT INTO task_key VALUES('fffb864a357bdb65',7614375350399662361);
INSERT INTO task_key VALUES('fffb864a35d95e3b',7614375350399662361);
INSERT INTO task_key VALUES('fffb864a3616f7f5',7614375350399662361);
INSERT INTO task_key VALUES('fffb864a391971c0',7614375350399662361);
INSERT INTO task_key VALUES('fffb864a3d1406f0',7614375350399662361);
INSERT INTO task_key VALUES('fffb864a3f29ab32',7614375350399662361);
INSERT INTO task_key VALUES('fff2d806602d5fef',7614379486615936241);
INSERT INTO task_key VALUES('fff2d80663a86325',7614379486615936241);
INSERT INTO task_key VALUES('fff2d80663bea7f4',7614379486615936241);
INSERT INTO task_key VALUES('fff2d80663d53c19',7614379486615936241);
INSERT INTO task_key VALUES('fff2d806674f1c31',7614379486615936241);
INSERT INTO task_key VALUES('fff2d80669f5d913',7614379486615936241);
INSERT INTO task_key VALUES('fff2d8066c3468ff',7614379486615936241);
INSERT INTO task_key VALUES('fff2d8066d010b40',7614379486615936241);
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
INSERT INTO find_article VALUES(3414854548503407002,1,'bao-khac.txt','',NULL,'vi',0,12,1795373345);
INSERT INTO find_article VALUES(7614373209899834969,1,'bai.txt','',NULL,'vi',0,12,1795373345);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','find_text','find_text',0,'CREATE VIRTUAL TABLE find_text USING fts5 (
  title, body, content = '''', tokenize = "unicode61 remove_diacritics 0")');
CREATE TABLE IF NOT EXISTS 'find_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO find_text_data VALUES(1,X'021c813c');
INSERT INTO find_text_data VALUES(10,X'000000010101010001010101');
INSERT INTO find_text_data VALUES(137438953473,X'0000085b0330303397d98081f48cd8a99a060101039d91f5ffc7e0d0f4bf060101030102313097d98081f48cd8a99a060101409d91f5ffc7e0d0f4bf0601014002013297d98081f48cd8a99a0601015b9d91f5ffc7e0d0f4bf0601015902013597d98081f48cd8a99a080101302e9d91f5ffc7e0d0f4bf080101302c01043230323597d98081f48cd8a99a0c0101052f110a9d91f5ffc7e0d0f4bf0c0101052f11080102353797d98081f48cd8a99a060101199d91f5ffc7e0d0f4bf060101190102383097d98081f48cd8a99a0601014d9d91f5ffc7e0d0f4bf0601014b01013997d98081f48cd8a99a080101042f9d91f5ffc7e0d0f4bf080101042f010362616e97d98081f48cd8a99a0601013a9d91f5ffc7e0d0f4bf0601013a03016f97d98081f48cd8a99a080c01012a9d91f5ffc7e0d0f4bf080c01012a010363616f97d98081f48cd8a99a080d01012b9d91f5ffc7e0d0f4bf080d01012b020468696e6897d98081f48cd8a99a060101299d91f5ffc7e0d0f4bf0601012903017597d98081f48cd8a99a0c020101060b0f9d91f5ffc7e0d0f4bf0c020101060b0f02016f97d98081f48cd8a99a0601014a9d91f5ffc7e0d0f4bf060101480203756f6397d98081f48cd8a99a060101119d91f5ffc7e0d0f4bf0601011104016997d98081f48cd8a99a060101479d91f5ffc7e0d0f4bf060101450102646197d98081f48cd8a99a060101589d91f5ffc7e0d0f4bf0601015603017597d98081f48cd8a99a060101459d91f5ffc7e0d0f4bf060101430202656e97d98081f48cd8a99a08010146119d91f5ffc7e0d0f4bf080101441102016f97d98081f48cd8a99a060101430203756f6397d98081f48cd8a99a08010150119d91f5ffc7e0d0f4bf0801014e1101046769616997d98081f48cd8a99a060101519d91f5ffc7e0d0f4bf0601014f04026e6797d98081f48cd8a99a080701010b9d91f5ffc7e0d0f4bf080701010b04016f97d98081f48cd8a99a0a080101233f9d91f5ffc7e0d0f4bf0a080101233d010468616e6897d98081f48cd8a99a0601013b9d91f5ffc7e0d0f4bf0601013b020369656e97d98081f48cd8a99a060101159d91f5ffc7e0d0f4bf0601011502016f97d98081f48cd8a99a0601014e9d91f5ffc7e0d0f4bf0601014c030361636897d98081f48cd8a99a0601013d9d91f5ffc7e0d0f4bf0601013d04016e97d98081f48cd8a99a060101599d91f5ffc7e0d0f4bf0601015703017097d98081f48cd8a99a060101129d91f5ffc7e0d0f4bf060101120102697497d98081f48cd8a99a0601014b9d91f5ffc7e0d0f4bf0601014901026b6597d98081f48cd8a99a0601013c9d91f5ffc7e0d0f4bf0601013c03017497d98081f48cd8a99a080e01012c9d91f5ffc7e0d0f4bf080e01012c01026c6597d98081f48cd8a99a0801010c169d91f5ffc7e0d0f4bf0801010c1602036f6e6797d98081f48cd8a99a080601010a9d91f5ffc7e0d0f4bf080601010a01046d696e6897d98081f48cd8a99a0801010d169d91f5ffc7e0d0f4bf0801010d160202757597d98081f48cd8a99a060101379d91f5ffc7e0d0f4bf0601013701036e616d97d98081f48cd8a99a060101489d91f5ffc7e0d0f4bf0601014603017997d98081f48cd8a99a060101569d91f5ffc7e0d0f4bf06010154020367617997d98081f48cd8a99a080101022f9d91f5ffc7e0d0f4bf080101022f0302686997d98081f48cd8a99a060101169d91f5ffc7e0d0f4bf06010116020368617497d98081f48cd8a99a0601014c9d91f5ffc7e0d0f4bf0601014a030369656d97d98081f48cd8a99a0601015d9d91f5ffc7e0d0f4bf0601015b02026f6997d98081f48cd8a99a060101349d91f5ffc7e0d0f4bf0601013402017197d98081f48cd8a99a0601011a9d91f5ffc7e0d0f4bf0601011a01047068616e97d98081f48cd8a99a060101449d91f5ffc7e0d0f4bf06010142010371756197d98081f48cd8a99a080f01012d9d91f5ffc7e0d0f4bf080f01012d030379657497d98081f48cd8a99a080101173d9d91f5ffc7e0d0f4bf080101173b0102736f97d98081f48cd8a99a10090101180e050e1e9d91f5ffc7e0d0f4bf10090101180e050e1c010374616997d98081f48cd8a99a060101289d91f5ffc7e0d0f4bf0601012803016d97d98081f48cd8a99a0801010e169d91f5ffc7e0d0f4bf0801010e1602016597d98081f48cd8a99a080b0101269d91f5ffc7e0d0f4bf080b010126020368616d97d98081f48cd8a99a060101369d91f5ffc7e0d0f4bf0601013604026e6797d98081f48cd8a99a0601013f9d91f5ffc7e0d0f4bf0601013f05016897d98081f48cd8a99a0601015a9d91f5ffc7e0d0f4bf060101580302656f97d98081f48cd8a99a060101420302756397d98081f48cd8a99a060101149d91f5ffc7e0d0f4bf06010114020369636897d98081f48cd8a99a0a03010107189d91f5ffc7e0d0f4bf0a030101071803026e6897d98081f48cd8a99a0e05010109181c209d91f5ffc7e0d0f4bf0e05010109181c1e0202726997d98081f48cd8a99a060101109d91f5ffc7e0d0f4bf0601011003036f6e6797d98081f48cd8a99a0601013e9d91f5ffc7e0d0f4bf0601013e0302756397d98081f48cd8a99a060101539d91f5ffc7e0d0f4bf0601015104026f6397d98081f48cd8a99a0601012e9d91f5ffc7e0d0f4bf0601012e02047579656e97d98081f48cd8a99a060101549d91f5ffc7e0d0f4bf0601015202017797d98081f48cd8a99a0601011b9d91f5ffc7e0d0f4bf0601011b010475626e6497d98081f48cd8a99a0c04010108181c9d91f5ffc7e0d0f4bf0c04010108181c0102766597d98081f48cd8a99a060101139d91f5ffc7e0d0f4bf0601011302017597d98081f48cd8a99a080101352b9d91f5ffc7e0d0f4bf080101352901017997d98081f48cd8a99a080a0101259d91f5ffc7e0d0f4bf080a010125041e1e1d1f261e1e1f1f1f2120231d1f1d1e1d201021202021201f1d1f1d1d1e1e1f2021221e1f1d211e1f1f1e1d202121281f1f1f1f1e1d111e23261e1f1e1e201d261e1f');
CREATE TABLE IF NOT EXISTS 'find_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO find_text_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'find_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO find_text_docsize VALUES(3414854548503407002,X'0e5f');
INSERT INTO find_text_docsize VALUES(7614373209899834969,X'0e5d');
CREATE TABLE IF NOT EXISTS 'find_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO find_text_config VALUES('hashsize',33554432);
INSERT INTO find_text_config VALUES('version',4);
CREATE TABLE find_name (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over the name
  name TEXT NOT NULL  -- as a record has it
) STRICT;
INSERT INTO find_name VALUES(120696526543885173,'Sở Y tế');
INSERT INTO find_name VALUES(1614882172309339980,'UBND tỉnh Long Giang');
INSERT INTO find_name VALUES(2031578152089993038,'Long Giang Lê Minh Tâm');
INSERT INTO find_name VALUES(2611415878164462578,'UBND tỉnh');
INSERT INTO find_name VALUES(6419877452552749321,'Long Giang');
INSERT INTO find_name VALUES(6525887559617120438,'Sở Nội vụ');
INSERT INTO find_name VALUES(8054139110432499843,'Sở Tài chính');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','find_words','find_words',0,'CREATE VIRTUAL TABLE find_words USING fts5 (
  name, content = '''', columnsize = 0, tokenize = "unicode61 remove_diacritics 0")');
CREATE TABLE IF NOT EXISTS 'find_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO find_words_data VALUES(1,X'0716');
INSERT INTO find_words_data VALUES(10,X'000000010101010001010101');
INSERT INTO find_words_data VALUES(137438953473,X'0000013906306368696e68b7f1c1cdc9a3d1e883020401056769616e678b9aa6ecbceab7ff4c020582f28cecc9b8d1c00202039eb9cbefb5b0db81bb020301026c658e8cb3d986a389bf4e020402036f6e678b9aa6ecbceab7ff4c020482f28cecc9b8d1c00202029eb9cbefb5b0db81bb020201046d696e688e8cb3d986a389bf4e020501036e6f69ada493c2c7acbd88b602030102736f80eb99cdcfd98b93750202acb8f9f4f7d3b1f54102028acdae8b81f794dfcd02020103746169b7f1c1cdc9a3d1e883020303016d8e8cb3d986a389bf4e020602016580eb99cdcfd98b937502040203696e688b9aa6ecbceab7ff4c020386f58ce281a0e5bca60203010475626e648b9aa6ecbceab7ff4c020286f58ce281a0e5bca6020201027675ada493c2c7acbd88b6020401017980eb99cdcfd98b937502030412280f26111025100e0e1b1c0f');
CREATE TABLE IF NOT EXISTS 'find_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO find_words_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'find_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO find_words_config VALUES('hashsize',33554432);
INSERT INTO find_words_config VALUES('version',4);
CREATE TABLE find_record (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name INTEGER NOT NULL,  -- the key of the name
  field TEXT NOT NULL,  -- "issuer", "assignees", "parties.name"
  PRIMARY KEY (record, name, field)
) STRICT, WITHOUT ROWID;
INSERT INTO find_record VALUES(3414861033714481230,120696526543885173,'assignees');
INSERT INTO find_record VALUES(3414869218735436500,120696526543885173,'assignees');
INSERT INTO find_record VALUES(7614375350399662361,120696526543885173,'assignees');
INSERT INTO find_record VALUES(7614377048780239874,120696526543885173,'assignees');
INSERT INTO find_record VALUES(3414861213870038564,120696526543885173,'name');
INSERT INTO find_record VALUES(7614388884869536487,120696526543885173,'name');
INSERT INTO find_record VALUES(3414861033714481230,120696526543885173,'parties.name');
INSERT INTO find_record VALUES(7614375350399662361,120696526543885173,'parties.name');
INSERT INTO find_record VALUES(3414870408254816558,1614882172309339980,'name');
INSERT INTO find_record VALUES(7614374419015757167,1614882172309339980,'name');
INSERT INTO find_record VALUES(3414859393679789968,2031578152089993038,'chair');
INSERT INTO find_record VALUES(7614387140008227032,2031578152089993038,'chair');
INSERT INTO find_record VALUES(3414859657451739024,2031578152089993038,'issuer');
INSERT INTO find_record VALUES(3414861033714481230,2031578152089993038,'issuer');
INSERT INTO find_record VALUES(7614375350399662361,2031578152089993038,'issuer');
INSERT INTO find_record VALUES(7614379486615936241,2031578152089993038,'issuer');
INSERT INTO find_record VALUES(3414862979468397969,2031578152089993038,'name');
INSERT INTO find_record VALUES(7614373799402809381,2031578152089993038,'name');
INSERT INTO find_record VALUES(3414862979468397969,2611415878164462578,'posts.body');
INSERT INTO find_record VALUES(7614373799402809381,2611415878164462578,'posts.body');
INSERT INTO find_record VALUES(3414870408254816558,6419877452552749321,'place');
INSERT INTO find_record VALUES(7614374419015757167,6419877452552749321,'place');
INSERT INTO find_record VALUES(3414854833741407807,6525887559617120438,'assignees');
INSERT INTO find_record VALUES(3414859657451739024,6525887559617120438,'assignees');
INSERT INTO find_record VALUES(7614376916987330737,6525887559617120438,'assignees');
INSERT INTO find_record VALUES(7614379486615936241,6525887559617120438,'assignees');
INSERT INTO find_record VALUES(3414863599573151026,6525887559617120438,'name');
INSERT INTO find_record VALUES(7614380033118527683,6525887559617120438,'name');
INSERT INTO find_record VALUES(3414859657451739024,6525887559617120438,'parties.name');
INSERT INTO find_record VALUES(7614379486615936241,6525887559617120438,'parties.name');
INSERT INTO find_record VALUES(3414861033714481230,8054139110432499843,'assignees');
INSERT INTO find_record VALUES(3414869218735436500,8054139110432499843,'assignees');
INSERT INTO find_record VALUES(7614375350399662361,8054139110432499843,'assignees');
INSERT INTO find_record VALUES(7614377048780239874,8054139110432499843,'assignees');
INSERT INTO find_record VALUES(3414856604481622036,8054139110432499843,'name');
INSERT INTO find_record VALUES(7614387467066072306,8054139110432499843,'name');
INSERT INTO find_record VALUES(3414861033714481230,8054139110432499843,'parties.name');
INSERT INTO find_record VALUES(7614375350399662361,8054139110432499843,'parties.name');
CREATE TABLE find_row (
  question TEXT NOT NULL,  -- due, official, resolution, target, progress, request; "under NUMBER" beside due
  day TEXT NOT NULL,  -- what --from and --to are held against; "~" when there is none
  article INTEGER NOT NULL,  -- the article
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  part TEXT NOT NULL,  -- of an official: post, chaired, ordered, signed, reported; of a resolution: the relation; of "under": the number
  other INTEGER NOT NULL,  -- of a resolution: its record; of a post: its place in the list; else 0
  PRIMARY KEY (question, day, article, record, part, other)
) STRICT, WITHOUT ROWID;
INSERT INTO find_row VALUES('due','2025-10-31',3414854548503407002,3414854833741407807,'',0);
INSERT INTO find_row VALUES('target','2025-12-31',3414854548503407002,3414859171905564204,'',0);
INSERT INTO find_row VALUES('official','2025-09-03',3414854548503407002,3414859393679789968,'chaired',0);
INSERT INTO find_row VALUES('official','2025-09-03',3414854548503407002,3414859657451739024,'ordered',0);
INSERT INTO find_row VALUES('official','2025-09-03',3414854548503407002,3414861033714481230,'ordered',0);
INSERT INTO find_row VALUES('official','~',3414854548503407002,3414862979468397969,'post',0);
INSERT INTO find_row VALUES('resolution','~',3414854548503407002,3414867353344113105,'cited',3414867353344113105);
INSERT INTO find_row VALUES('due','2025-09-15',3414854548503407002,3414869218735436500,'',0);
INSERT INTO find_row VALUES('official','~',7614373209899834969,7614373799402809381,'post',0);
INSERT INTO find_row VALUES('official','2025-09-03',7614373209899834969,7614375350399662361,'ordered',0);
INSERT INTO find_row VALUES('due','2025-10-31',7614373209899834969,7614376916987330737,'',0);
INSERT INTO find_row VALUES('due','2025-09-15',7614373209899834969,7614377048780239874,'',0);
INSERT INTO find_row VALUES('resolution','~',7614373209899834969,7614377583977100632,'cited',7614377583977100632);
INSERT INTO find_row VALUES('official','2025-09-03',7614373209899834969,7614379486615936241,'ordered',0);
INSERT INTO find_row VALUES('target','2025-12-31',7614373209899834969,7614384930904235389,'',0);
INSERT INTO find_row VALUES('official','2025-09-03',7614373209899834969,7614387140008227032,'chaired',0);
CREATE TABLE find_series (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the target
  series TEXT NOT NULL,  -- the same for figures that can be compared
  status TEXT  -- goal or result
) STRICT;
INSERT INTO find_series VALUES(3414859171905564204,'||percent','goal');
INSERT INTO find_series VALUES(7614384930904235389,'||percent','goal');
CREATE TABLE version (
  page TEXT NOT NULL,  -- canonical URL, or the one it was had from, normalised; of a file its path
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- what it said
  PRIMARY KEY (page, article)
) STRICT, WITHOUT ROWID;
INSERT INTO version VALUES('bao-khac.txt',3414854548503407002);
INSERT INTO version VALUES('bai.txt',7614373209899834969);
CREATE TABLE sighting (
  n INTEGER PRIMARY KEY,  -- order of arrival
  page TEXT NOT NULL,  -- the page
  article INTEGER NOT NULL,  -- what it said
  first_seen INTEGER,  -- seconds since 1970, UTC; null when unknown
  last_seen INTEGER,  -- the same
  UNIQUE (page, article),
  FOREIGN KEY (page, article) REFERENCES version (page, article) ON DELETE CASCADE
) STRICT;
INSERT INTO sighting VALUES(1,'bai.txt',7614373209899834969,NULL,NULL);
INSERT INTO sighting VALUES(2,'bao-khac.txt',3414854548503407002,NULL,NULL);
CREATE TABLE find_sketch (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  text_hash TEXT NOT NULL,  -- of its text
  shingles BLOB NOT NULL  -- hashes of the runs of four words: 4 bytes each, ascending
) STRICT;
INSERT INTO find_sketch VALUES(3414854548503407002,'99721d1847b1d45da52b2f8d3d83a7ed075f312880dfe1e8f8120141d2dada1e',X'21c423010d928f0683f6d20738ba3a09d18c740d5fa9720f93605d10f2f87e10b2b4bb13ddad5818009fe218df2bd11a176c061f4d3f8721e54ffc21357c5722ea748623d48b4e244b93a4267d8cf2270a64be28d4e4882b557a4d2c988f182dc1f2a02d09832f34c27c6b3c84f3883ff04a684034376741d090d84255854343fd601344e2b5cf4617b08d47f91400481ea6a44ada5cb34b4d569f4d81e58550e4cfe55156ea9352c4f87f547e4bf65469767458f96f665dc6603664795561685f9acb6b30370e6d527a497008e3e071402e3c728024b872c1baf774d9ce5075ce023c76a51ca0791276917f93b1d8817bac0d894577b1940ee33a9570171096084d22970dba4498952da799c0cdfd9ba358609e6615f8a0aed171a183f523a4c08210a552f2bfa94600a0b1361525bd24beadc2560345c3902ed0c67f1d3cc81c5158cdbd7e97cda501eacd80313fd20079fbd4a3bf0bd527a87dd80395ddda4d020add4ba104e0b04881e110e500e2818d1ae5d4ff72ed6489eaef732327f07acb3ef391674ff36ca7a2f704bf5afd');
INSERT INTO find_sketch VALUES(7614373209899834969,'5f8d1e11b56c131a9a35cafcb1b57c5dab478ef503e79efdbeff2d8f879ca59f',X'e17429050d928f0683f6d20738ba3a09d18c740d5fa9720f93605d10f2f87e10b2b4bb13ddad5818009fe218176c061f4d3f8721e54ffc21357c5722ea748623d48b4e244b93a4267d8cf2270a64be28d4e4882b557a4d2c988f182dc1f2a02d09832f34c27c6b3c84f3883ff04a684034376741d090d84255854343fd601344e2b5cf4617b08d47f91400481ea6a44ada5cb34b4d569f4d81e58550e4cfe551c4f87f547e4bf654fa352e5769767458f96f665dc6603664795561685f9acb6b30370e6d527a497008e3e071402e3c728024b872c1baf774d9ce5075ce023c76a51ca0791276917f93b1d8817bac0d894577b1940ee33a95701710960dba4498952da799e778ef9bc0cdfd9ba358609e6615f8a0aed171a183f523a4c08210a552f2bfa94600a0b1361525bd24beadc2560345c3902ed0c67f1d3cc81c5158cdbd7e97cda501eacd80313fd20079fbd4a3bf0bd527a87dd80395ddda4d020add4ba104e0b04881e110e500e2818d1ae56489eaef732327f07acb3ef391674ff36ca7a2f704bf5afd');
CREATE TABLE find_band (
  band INTEGER NOT NULL,  -- two like texts have one in common
  article INTEGER NOT NULL,  -- as in find_sketch
  PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;
INSERT INTO find_band VALUES(516928540733591237,3414854548503407002);
INSERT INTO find_band VALUES(516928540733591237,7614373209899834969);
INSERT INTO find_band VALUES(767599242981490603,7614373209899834969);
INSERT INTO find_band VALUES(787034864545930863,3414854548503407002);
INSERT INTO find_band VALUES(787034864545930863,7614373209899834969);
INSERT INTO find_band VALUES(912565302599696036,3414854548503407002);
INSERT INTO find_band VALUES(912565302599696036,7614373209899834969);
INSERT INTO find_band VALUES(976051468986846085,3414854548503407002);
INSERT INTO find_band VALUES(1153255365408997412,3414854548503407002);
INSERT INTO find_band VALUES(1153255365408997412,7614373209899834969);
INSERT INTO find_band VALUES(1197819282493386547,3414854548503407002);
INSERT INTO find_band VALUES(1197819282493386547,7614373209899834969);
INSERT INTO find_band VALUES(1421846516730478007,3414854548503407002);
INSERT INTO find_band VALUES(1421846516730478007,7614373209899834969);
INSERT INTO find_band VALUES(1913761200758306338,3414854548503407002);
INSERT INTO find_band VALUES(1913761200758306338,7614373209899834969);
INSERT INTO find_band VALUES(1981800223459060132,3414854548503407002);
INSERT INTO find_band VALUES(1981800223459060132,7614373209899834969);
INSERT INTO find_band VALUES(2046727351939778852,3414854548503407002);
INSERT INTO find_band VALUES(2046727351939778852,7614373209899834969);
INSERT INTO find_band VALUES(3197893462592963830,3414854548503407002);
INSERT INTO find_band VALUES(3197893462592963830,7614373209899834969);
INSERT INTO find_band VALUES(3427666293710367452,7614373209899834969);
INSERT INTO find_band VALUES(3460135978757248349,3414854548503407002);
INSERT INTO find_band VALUES(3460135978757248349,7614373209899834969);
INSERT INTO find_band VALUES(3720112919100853334,3414854548503407002);
INSERT INTO find_band VALUES(3720112919100853334,7614373209899834969);
INSERT INTO find_band VALUES(3817930439683186422,7614373209899834969);
INSERT INTO find_band VALUES(4005036319096796531,3414854548503407002);
INSERT INTO find_band VALUES(4169348545481872971,3414854548503407002);
INSERT INTO find_band VALUES(4169348545481872971,7614373209899834969);
INSERT INTO find_band VALUES(4423871999768967332,3414854548503407002);
INSERT INTO find_band VALUES(4423871999768967332,7614373209899834969);
INSERT INTO find_band VALUES(4803942357612181048,7614373209899834969);
INSERT INTO find_band VALUES(4837436391281958903,3414854548503407002);
INSERT INTO find_band VALUES(5121811086803485730,3414854548503407002);
INSERT INTO find_band VALUES(5121811086803485730,7614373209899834969);
INSERT INTO find_band VALUES(5191963794607683667,3414854548503407002);
INSERT INTO find_band VALUES(5191963794607683667,7614373209899834969);
INSERT INTO find_band VALUES(5662145310680840657,7614373209899834969);
INSERT INTO find_band VALUES(5871172348893622753,3414854548503407002);
INSERT INTO find_band VALUES(7283030576030041173,3414854548503407002);
INSERT INTO find_band VALUES(7283030576030041173,7614373209899834969);
INSERT INTO find_band VALUES(7417284179117405373,3414854548503407002);
INSERT INTO find_band VALUES(7417284179117405373,7614373209899834969);
INSERT INTO find_band VALUES(7718337888611064009,3414854548503407002);
INSERT INTO find_band VALUES(7718337888611064009,7614373209899834969);
INSERT INTO find_band VALUES(8352717952706403572,3414854548503407002);
CREATE TABLE find_copy (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the smaller key of the two
  other INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the larger one
  kind TEXT NOT NULL  -- the same words, the same but for edits, or one a part of the other
    CHECK (kind IN ('same', 'near', 'part')),
  overlap REAL NOT NULL,  -- share of the runs of four words, of both texts, or of the smaller one
  PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
INSERT INTO find_copy VALUES(3414854548503407002,7614373209899834969,'near',0.92233009708737867526);
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
INSERT INTO find_form VALUES(120696526543885173,4503780877532756163,2);
INSERT INTO find_form VALUES(1614882172309339980,1356888791458560583,2);
INSERT INTO find_form VALUES(1762232781918962849,3214325084660796862,2);
INSERT INTO find_form VALUES(2031578152089993038,6071431308588669614,2);
INSERT INTO find_form VALUES(6525887559617120438,1886049538867152579,2);
INSERT INTO find_form VALUES(8054139110432499843,8289262192381980485,2);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('find_band','find_band','48 2 1');
INSERT INTO sqlite_stat1 VALUES('article','article_by_text','2 1');
INSERT INTO sqlite_stat1 VALUES('input','input_refused','1 1 1');
INSERT INTO sqlite_stat1 VALUES('input','input_by_article','3 1');
INSERT INTO sqlite_stat1 VALUES('input','input','3 1');
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
CREATE INDEX task_changed ON task (due, key) WHERE changed;
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
CREATE INDEX version_by_article ON version (article);
CREATE TRIGGER sketch_changed AFTER UPDATE OF article ON find_sketch BEGIN
  UPDATE find_band SET article = new.article
    WHERE article = old.article AND band IN (SELECT value FROM json_each(acta_bands(old.shingles)));
END;
CREATE TRIGGER sketch_went AFTER DELETE ON find_sketch BEGIN
  DELETE FROM find_band
    WHERE article = old.article AND band IN (SELECT value FROM json_each(acta_bands(old.shingles)));
END;
CREATE INDEX find_copy_by_other ON find_copy (other);
CREATE TRIGGER use_came AFTER INSERT ON entity_use BEGIN
  INSERT INTO find_form (name, form, uses) VALUES (acta_key(new.name), new.form, 1)
    ON CONFLICT DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER use_went AFTER DELETE ON entity_use BEGIN
  UPDATE find_form SET uses = uses - 1 WHERE name = acta_key(old.name) AND form = old.form;
  DELETE FROM find_form WHERE name = acta_key(old.name) AND form = old.form AND uses = 0;
END;
CREATE VIEW mention AS
SELECT key AS record, 0 AS n, start, "end", quote FROM record WHERE start IS NOT NULL
UNION ALL
SELECT p.record, p.n, p.start, p."end", substr(a.text, p.start + 1, p."end" - p.start)
FROM (
  SELECT
    r.key AS record, r.article, m.key + 1 AS n, json_extract(m.value, '$[0]') AS start,
    json_extract(m.value, '$[1]') AS "end"
  FROM record r, json_each(r.mentions) m) p
JOIN article a ON a.key = p.article;
CREATE VIEW evidence AS
SELECT p.record, p.field, p.n, p.start, p."end", substr(a.text, p.start + 1, p."end" - p.start) AS quote, p.basis
FROM (
  SELECT
    r.key AS record, r.article, f.key AS field, v.key AS n, json_extract(v.value, '$[0]') AS start,
    json_extract(v.value, '$[1]') AS "end", coalesce(json_extract(v.value, '$[2]'), 'printed') AS basis
  FROM record r, json_each(r.evidence) f, json_each(f.value) v) p
JOIN article a ON a.key = p.article;
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
  r.start, r."end", r.quote
FROM record r
JOIN find_article f ON f.article = r.article AND f.current
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
      SELECT coalesce(d.number, d.title, r.quote) AS name
      FROM directive_links l
      JOIN resolution d ON d.record = l.target
      JOIN record r ON r.key = l.target
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
  (SELECT min(x.record) FROM directive_links l JOIN task_statement x ON x.record = l.record AND x.due = d.date
   WHERE l.target = d.record AND l.list = 'deadlines'))
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
    coalesce(host, '') AS host, min(first) AS first, max(last) AS last, sum(articles) AS articles,
    json_group_array(language) FILTER (WHERE language IS NOT NULL) AS languages, sum(records) AS records,
    sum(empty) AS empty, sum(partial) AS partial, sum(articles) - sum(dated) AS undated, 0 AS refused,
    NULL AS reasons
  FROM (
    SELECT
      host, language, min(published) AS first, max(published) AS last, count(*) AS articles,
      count(published) AS dated, sum(records) AS records, count(*) - count(nullif(records, 0)) AS empty,
      sum(partial) AS partial
    FROM find_article WHERE current GROUP BY host, language)
  GROUP BY host
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
CREATE VIEW v_post AS
SELECT
  p.record, p.n, p.title, p.role, p.body, p.capacity,
  (SELECT f.entity
   FROM record y
   JOIN agency x ON x.record = y.key
   JOIN entity_use u ON u.record = y.key
   JOIN entity_form f ON f.key = u.form
   WHERE y.article = r.article AND y.kind = 'agency' AND y.id NOT IN (SELECT id FROM wrong_record) AND (
     x.name = p.body OR x.name = x.place || ' ' || p.body
     OR (substr(x.name, 1, length(p.body) + 1) = p.body || ' ' AND length(x.name) <= length(p.body) + length(x.place) + 3))
   ORDER BY length(x.name), y.n LIMIT 1) AS entity
FROM official_posts p
JOIN record r ON r.key = p.record;
CREATE VIEW v_tenure AS
SELECT
  o.entity_id AS official, o.entity_name AS name, p.role, b.id AS body,
  coalesce(b.name, p.body) AS body_name,
  min(CASE WHEN coalesce(p.capacity, 'current') IN ('current', 'acting', 'in_charge', 'appointed')
    THEN o.published END) AS first_seen,
  max(CASE WHEN coalesce(p.capacity, 'current') IN ('current', 'acting', 'in_charge', 'appointed')
    THEN o.published END) AS last_seen,
  min(CASE WHEN p.capacity = 'appointed' THEN o.published END) AS appointed,
  max(CASE WHEN p.capacity = 'relieved' THEN o.published END) AS relieved,
  min(CASE WHEN p.capacity IN ('former', 'relieved', 'deceased') THEN o.published END) AS over_by,
  count(DISTINCT o.article) AS articles
FROM v_entity_record o
JOIN v_post p ON p.record = o.record
LEFT JOIN entity b ON b.key = coalesce(p.entity, (
  SELECT CASE WHEN count(DISTINCT q.entity) = 1 THEN max(q.entity) END
  FROM story_article s
  CROSS JOIN story_article t ON t.story = s.story
  CROSS JOIN article a ON a.key = t.article AND a.language <> o.language
  CROSS JOIN entity_use u ON u.article = t.article
  CROSS JOIN entity_form f ON f.key = u.form AND f.entity = o.entity
  CROSS JOIN v_post q ON q.record = u.record AND q.role = p.role
  WHERE s.article = o.article AND p.body IS NOT NULL
    AND (SELECT count(*) FROM official_posts z WHERE z.record = p.record AND z.role = p.role) = 1
    AND (SELECT count(*) FROM official_posts z WHERE z.record = q.record AND z.role = p.role) = 1))
WHERE o.type = 'official'
GROUP BY o.entity_id, p.role, coalesce(b.id, p.body);
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
