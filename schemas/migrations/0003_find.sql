-- Version 3: what questions look things up by (pipeline/query).

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

-- Which records give a name, and in which field.
CREATE TABLE find_record (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name INTEGER NOT NULL,  -- the key of the name
  field TEXT NOT NULL,  -- "issuer", "assignees", "parties.name"
  PRIMARY KEY (record, name, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX find_record_by_name ON find_record (name, field);

-- The rows of the questions that have a row for a statement, in their order.
CREATE TABLE find_row (
  question TEXT NOT NULL,  -- due, official, resolution, target, progress, request
  day TEXT NOT NULL,  -- what --from and --to are held against; "~" when there is none
  article INTEGER NOT NULL,  -- the article
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  part TEXT NOT NULL,  -- of an official: post, chaired, ordered, signed, reported; of a resolution: the relation
  other INTEGER NOT NULL,  -- of a resolution: its record; of a post: its place in the list; else 0
  PRIMARY KEY (question, day, article, record, part, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX find_row_by_record ON find_row (record, question);

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
CREATE INDEX task_statement_by_what ON task_statement (what, task);

INSERT INTO find_article (article, current, source, host, published, language, partial, records, stored)
SELECT a.key, i.source IS NOT NULL, coalesce(a.url, i.source), acta_host(coalesce(a.url, i.source)),
  substr(a.published, 1, 10), a.language, a.status <> 'ok',
  (SELECT count(*) FROM record WHERE article = a.key),
  (SELECT min(fetched_at) FROM visit v JOIN input USING (source) WHERE input.article = a.key)
FROM article a LEFT JOIN (SELECT article, min(source) AS source FROM input GROUP BY article) i
  ON i.article = a.key;

INSERT INTO find_text (rowid, title, body) SELECT key, acta_fold(title), acta_fold(substr(text, instr(text, char(10)) + 1)) FROM article;

INSERT INTO find_record (record, name, field)
SELECT DISTINCT record, acta_key(name), field FROM (
  SELECT record, name, 'name' AS field FROM official
  UNION ALL SELECT record, body, 'posts.body' FROM official_posts
  UNION ALL SELECT record, name, 'name' FROM agency
  UNION ALL SELECT record, place, 'place' FROM agency
  UNION ALL SELECT record, place, 'place' FROM event
  UNION ALL SELECT record, title, 'title' FROM resolution
  UNION ALL SELECT record, issuer, 'issuer' FROM resolution
  UNION ALL SELECT record, signer, 'signer' FROM resolution
  UNION ALL SELECT record, on_behalf_of, 'on_behalf_of' FROM resolution
  UNION ALL SELECT record, subject, 'subject' FROM target
  UNION ALL SELECT record, value, 'assignees' FROM deadline_assignees
  UNION ALL SELECT record, issuer, 'issuer' FROM directive
  UNION ALL SELECT record, value, 'assignees' FROM directive_assignees
  UNION ALL SELECT record, name, 'parties.name' FROM directive_parties
  UNION ALL SELECT record, body, 'body' FROM progress
  UNION ALL SELECT record, reporter, 'reporter' FROM progress
  UNION ALL SELECT record, chair, 'chair' FROM event)
WHERE name IS NOT NULL;
INSERT INTO find_name (key, name)
SELECT DISTINCT acta_key(name), name FROM (
  SELECT name FROM official UNION SELECT body FROM official_posts UNION SELECT name FROM agency
  UNION SELECT place FROM agency UNION SELECT place FROM event UNION SELECT title FROM resolution
  UNION SELECT issuer FROM resolution UNION SELECT signer FROM resolution
  UNION SELECT on_behalf_of FROM resolution UNION SELECT subject FROM target
  UNION SELECT value FROM deadline_assignees UNION SELECT issuer FROM directive
  UNION SELECT value FROM directive_assignees UNION SELECT name FROM directive_parties
  UNION SELECT body FROM progress UNION SELECT reporter FROM progress UNION SELECT chair FROM event)
WHERE name IS NOT NULL;
INSERT INTO find_words (rowid, name) SELECT key, acta_fold(name) FROM find_name;

INSERT INTO find_series (record, series, status)
SELECT record, acta_fold(coalesce(subject, '')) || '|' || acta_fold(coalesce(indicator, '')) || '|' ||
  coalesce(unit, ''), status
FROM target;

INSERT INTO find_row (question, day, article, record, part, other)
SELECT 'due', coalesce(d.date, '~'), r.article, r.key, '', 0
FROM deadline d JOIN record r ON r.key = d.record
UNION ALL
SELECT 'due', o.deadline, r.article, r.key, '', 0
FROM directive o JOIN record r ON r.key = o.record
WHERE o.deadline IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM directive_links WHERE record = o.record AND list = 'deadlines')
UNION ALL
SELECT 'official', coalesce(f.published, '~'), r.article, r.key, 'post', p.n
FROM official_posts p JOIN record r ON r.key = p.record JOIN find_article f ON f.article = r.article
UNION ALL
SELECT 'official', coalesce(f.published, '~'), r.article, r.key, 'post', 0
FROM official o JOIN record r ON r.key = o.record JOIN find_article f ON f.article = r.article
WHERE NOT EXISTS (SELECT 1 FROM official_posts WHERE record = o.record)
UNION ALL
SELECT 'official', coalesce(e.date, f.published, '~'), r.article, r.key, 'chaired', 0
FROM event e JOIN record r ON r.key = e.record JOIN find_article f ON f.article = r.article
WHERE e.chair IS NOT NULL
UNION ALL
SELECT 'official', coalesce(o.given, f.published, '~'), r.article, r.key, 'ordered', 0
FROM directive o JOIN record r ON r.key = o.record JOIN find_article f ON f.article = r.article
WHERE o.issuer IS NOT NULL
UNION ALL
SELECT 'official', coalesce(d.issued, f.published, '~'), r.article, r.key, 'signed', 0
FROM resolution d JOIN record r ON r.key = d.record JOIN find_article f ON f.article = r.article
WHERE d.signer IS NOT NULL
UNION ALL
SELECT 'official', coalesce(g.as_of, f.published, '~'), r.article, r.key, 'reported', 0
FROM progress g JOIN record r ON r.key = g.record JOIN find_article f ON f.article = r.article
WHERE g.reporter IS NOT NULL
UNION ALL
SELECT 'resolution', coalesce(f.published, '~'), r.article, r.key, 'cited', r.key
FROM resolution d JOIN record r ON r.key = d.record JOIN find_article f ON f.article = r.article
UNION ALL
SELECT DISTINCT 'resolution', coalesce(f.published, '~'), r.article, r.key, coalesce(l.relation, 'concerns'), l.target
FROM directive_links l JOIN record r ON r.key = l.record JOIN find_article f ON f.article = r.article
WHERE l.list = 'resolutions'
UNION ALL
SELECT 'target', coalesce(t."by", t.as_of, f.published, '~'), r.article, r.key, '', 0
FROM target t JOIN record r ON r.key = t.record JOIN find_article f ON f.article = r.article
UNION ALL
SELECT 'progress', coalesce(g.as_of, f.published, '~'), r.article, r.key, '', 0
FROM progress g JOIN record r ON r.key = g.record JOIN find_article f ON f.article = r.article
UNION ALL
SELECT 'request', coalesce(f.published, '~'), r.article, r.key, '', 0
FROM directive o JOIN record r ON r.key = o.record JOIN find_article f ON f.article = r.article
WHERE o.strength = 'propose';
