-- Views: the stable face of the store, made anew whenever the schema gets another version. docs/store.md promises
-- that their columns keep name and meaning. They show current articles only: what an input last gave, not what it
-- gave before. Lists are JSON arrays. `start` and `end` are those of the record's first mention.

-- Every place where a record stands; the first one made it. Of all articles, not the current ones alone.
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

-- The characters that state a value. Every value that is not null has its row. Of all articles.
CREATE VIEW evidence AS
SELECT p.record, p.field, p.n, p.start, p."end", substr(a.text, p.start + 1, p."end" - p.start) AS quote, p.basis
FROM (
  SELECT
    r.key AS record, r.article, f.key AS field, v.key AS n, json_extract(v.value, '$[0]') AS start,
    json_extract(v.value, '$[1]') AS "end", coalesce(json_extract(v.value, '$[2]'), 'printed') AS basis
  FROM record r, json_each(r.evidence) f, json_each(f.value) v) p
JOIN article a ON a.key = p.article;

-- Which records give a name, and in which field: find_named, use by use. For the questions, which name the article.
CREATE VIEW find_record AS
SELECT
  n.article, n.name, CAST(u.value AS INTEGER) AS record, substr(u.value, instr(u.value, ' ') + 1) AS field
FROM find_named n, json_each(n.uses) u;

-- Articles as they stand now.
CREATE VIEW v_article AS
SELECT
  f.article, f.source, f.host, a.site, f.language, f.published, f.records, a.title, a.text, a.pack,
  strftime('%Y-%m-%dT%H:%M:%SZ', f.stored, 'unixepoch') AS stored
FROM find_article f
JOIN article a ON a.key = f.article
WHERE f.current;

-- Every record of a current article that no correction calls wrong, with its first mention.
CREATE VIEW v_record AS
SELECT
  r.key AS record, r.id, r.kind, r.basis, r.rule, r.article, f.source, f.host, f.language, f.published,
  r.start, r."end", r.quote
FROM record r
JOIN find_article f ON f.article = r.article AND f.current
WHERE NOT EXISTS (SELECT 1 FROM wrong_record w WHERE w.id = r.id);

-- The lists of a directive: who leads, who supports, and the instruments that it links to, else those that it names.
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

-- Directives with their lists.
CREATE VIEW v_directive AS
SELECT
  o.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  o.issuer, o.action AS task, o.strength, o.deadline AS due, o.given, o.urgency, o.negated, o."except",
  x.lead, x.support, x.under
FROM directive o
JOIN v_directive_lists x ON x.record = o.record
JOIN v_record r ON r.record = o.record;

-- What is due: deadlines with the order that they belong to, and orders whose date is no record of its own. One row
-- for each statement; `task_id` tells the thing that several statements are known to mean, `task_due` the day that
-- holds for it now.
CREATE VIEW v_due AS
SELECT
  d.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  d.date AS due, d.precision, CASE WHEN d.date IS NULL THEN d.raw END AS term, d.kind,
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
  o.deadline, NULL, NULL, 'obligation',
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

-- What officials are said to be and to have done, one row a statement. `n` tells apart the posts of one record.
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

-- Where instruments are cited, and what was ordered in relation to them. `document` is the record of the instrument,
-- `record` that of the order, or of the instrument where it is cited.
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

-- Figures: goals and results. `series` is the same for figures of one subject, indicator and unit.
CREATE VIEW v_target AS
SELECT
  t.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  t.subject, t.indicator, t.period, t.value, t.value_max, t."of", t.unit, t.comparator, t.direction, t.status,
  t."by", coalesce(t.as_of, r.published) AS as_of, t.baseline, s.series
FROM target t
JOIN v_record r ON r.record = t.record
LEFT JOIN find_series s ON s.record = t.record;

-- What became of tasks.
CREATE VIEW v_progress AS
SELECT
  g.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  g.body, g.task, g.value, g."of", g.state, coalesce(g.as_of, r.published) AS as_of, g.reporter
FROM progress g
JOIN v_record r ON r.record = g.record;

-- Inputs that could not be read.
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

-- What was read, by source: a host, or a folder of files.
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
    sum(empty) AS empty, sum(partial) AS partial, sum(undated) AS undated, 0 AS refused,
    NULL AS reasons
  FROM (
    -- What find_article_by_host has in order is looked up, and only the rest is counted article by article.
    SELECT
      f.host, f.language, count(*) AS articles, sum(f.records) AS records, sum(f.records = 0) AS empty,
      sum(f.partial) AS partial,
      (SELECT min(x.published) FROM find_article x
       WHERE x.host IS f.host AND x.language IS f.language AND x.current = 1) AS first,
      (SELECT max(x.published) FROM find_article x
       WHERE x.host IS f.host AND x.language IS f.language AND x.current = 1) AS last,
      (SELECT count(*) FROM find_article x
       WHERE x.host IS f.host AND x.language IS f.language AND x.current = 1 AND x.published IS NULL) AS undated
    FROM find_article f WHERE f.current GROUP BY f.host, f.language)
  GROUP BY host
  UNION ALL
  SELECT
    host, NULL, NULL, 0, NULL, 0, 0, 0, 0, sum(n), json_group_array(reason || ' ' || n)
  FROM (
    SELECT host, reason, count(*) AS n FROM v_refused GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2)
  GROUP BY host)
GROUP BY host;

-- The entity that an official, agency or resolution is, and why. Join on `record` or `id`.
CREATE VIEW v_entity_record AS
SELECT
  u.record, r.id, r.kind, r.article, r.source, r.language, r.published, e.key AS entity, e.id AS entity_id,
  e.type, e.name AS entity_name, e.place, u.name, u.rule AS use_rule, u.strength AS use_strength,
  u.evidence AS use_evidence, f.form, f.rule AS form_rule, f.strength AS form_strength, f.evidence AS form_evidence
FROM entity_use u
JOIN v_record r ON r.record = u.record
JOIN entity_form f ON f.key = u.form
JOIN entity e ON e.key = f.entity;

-- Posts of officials. `entity` is the key of the body where the article names it as a body, alone or with its place.
CREATE VIEW v_post_named AS
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

-- The same, and where the article does not name the body as one, the body that the versions of its story in other
-- languages name so, if they and the article each give the person one post of the role: a translation calls one body by
-- several names, or has it in the title alone («министр финансов»).
CREATE VIEW v_post AS
SELECT
  p.record, p.n, p.title, p.role, p.body, p.capacity,
  coalesce(p.entity, (
    SELECT CASE WHEN count(DISTINCT q.entity) = 1 THEN max(q.entity) END
    FROM entity_use o
    CROSS JOIN entity_form m ON m.key = o.form
    CROSS JOIN find_article h ON h.article = o.article
    CROSS JOIN story_article s ON s.article = o.article
    CROSS JOIN story_article t ON t.story = s.story
    CROSS JOIN find_article a ON a.article = t.article AND a.language <> h.language
    CROSS JOIN entity_use u ON u.article = t.article
    CROSS JOIN entity_form f ON f.key = u.form AND f.entity = m.entity
    CROSS JOIN v_post_named q ON q.record = u.record AND q.role = p.role
    WHERE o.record = p.record AND (p.body IS NOT NULL OR p.role NOT IN ('member', 'delegate', 'other'))
      AND (SELECT count(*) FROM official_posts z WHERE z.record = p.record AND z.role = p.role) = 1
      AND (SELECT count(*) FROM official_posts z WHERE z.record = q.record AND z.role = p.role) = 1)) AS entity
FROM v_post_named p;

-- Who held which post when, as far as dated articles show. `body` is an entity where v_post knows it. appointed and
-- relieved are days of articles that report it.
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
LEFT JOIN entity b ON b.key = p.entity
WHERE o.type = 'official'
GROUP BY o.entity_id, p.role, coalesce(b.id, p.body);

-- Statements of tasks with what they say.
CREATE VIEW v_task AS
SELECT
  t.key AS task, t.id AS task_id, t.action, t.language AS action_language, t.assignees, t.due, t.first_due, t.disputed,
  -- An order of another story is "advanced" where it names an earlier day than the last one before it.
  CASE WHEN s.what = 'repeated' AND s.due < (
    SELECT x.due FROM task_statement x
    WHERE x.task = s.task AND x.said < s.said AND x.due IS NOT NULL
      AND substr(x.bundle, 1, instr(x.bundle, '|')) <> substr(s.bundle, 1, instr(s.bundle, '|'))
    ORDER BY x.said DESC, x.record LIMIT 1) THEN 'advanced' ELSE s.what END AS what,
  s.action AS stated, s.due AS stated_due, s.said, s.state, s.rule, s.strength, s.evidence,
  r.record, r.id, r.kind, r.article, r.source, r.language, r.published, r.quote
FROM task t
JOIN task_statement s ON s.task = t.key
JOIN v_record r ON r.record = s.record;

-- Stories that take up an earlier one: a task that it set, or an instrument that is not of the centre and that it cites.
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

-- The versions of each page, oldest first: what it said before, and what it says now.
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

-- Current articles that say what a current article of another page says, each pair both ways.
CREATE VIEW v_copy AS
SELECT c.article, a.source, a.title, a.published, c.other, b.source AS other_source, b.published AS other_published,
  c.kind, c.overlap
FROM (SELECT article, other, kind, overlap FROM find_copy
      UNION ALL SELECT other, article, kind, overlap FROM find_copy) c
JOIN v_article a ON a.article = c.article
JOIN v_article b ON b.article = c.other
WHERE NOT EXISTS (SELECT 1 FROM version x JOIN version y ON y.page = x.page
                  WHERE x.article = c.article AND y.article = c.other);
