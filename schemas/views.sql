-- Views: the stable face of the store, made anew whenever the schema gets another version. Their columns keep name and meaning from version to version.
-- They show current articles only: what an input last gave, not what it gave before. Lists are JSON
-- arrays. `start` and `end` are those of the record's first mention.

-- Articles as they stand now.
CREATE VIEW v_article AS
SELECT
  a.key AS article,
  coalesce(a.url, (SELECT min(source) FROM input WHERE article = a.key)) AS source,
  a.title, a.site, a.language, a.published, a.text, a.pack
FROM article a
WHERE EXISTS (SELECT 1 FROM input WHERE article = a.key);

-- Every record of a current article that no correction calls wrong, with its first mention.
CREATE VIEW v_record AS
SELECT
  r.key AS record, r.id, r.kind, r.basis, r.rule, r.article, a.source, a.language, a.published,
  m.start, m."end", m.quote
FROM record r
JOIN v_article a ON a.article = r.article
LEFT JOIN mention m ON m.record = r.key AND m.n = 0
WHERE NOT EXISTS (SELECT 1 FROM wrong_record w WHERE w.id = r.id);

-- The lists of a directive: its leads, and the instruments that it links to, else those that it names.
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

-- Directives with their lists.
CREATE VIEW v_directive AS
SELECT
  o.record, r.id, r.article, r.source, r.language, r.published, r.basis, r.start, r."end", r.quote,
  o.issuer, o.action AS task, o.strength, o.deadline AS due, o.given, x.assignees, x.under
FROM directive o
JOIN v_directive_lists x ON x.record = o.record
JOIN v_record r ON r.record = o.record;

-- What is due: deadlines with the order that they belong to, and orders whose date is no record of its own.
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

-- What officials are said to be and to have done, one row a statement.
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

-- Where instruments are cited, and what was ordered in relation to them.
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
  SELECT 1 FROM directive_links l WHERE l.record = n.record AND l.list = 'resolutions' AND l.target = r.key);

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

-- Who held which post when, as far as dated articles show. `body` is an entity where the article names it as a body.
-- appointed and relieved are days of articles that report it.
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

-- Statements of tasks with what they say.
CREATE VIEW v_task AS
SELECT
  t.key AS task, t.id AS task_id, t.action, t.language AS action_language, t.assignees, t.due, t.first_due, t.disputed,
  s.what, s.due AS stated_due, s.said, s.rule, s.strength, s.evidence,
  r.record, r.id, r.kind, r.article, r.source, r.language, r.published, r.quote
FROM task t
JOIN task_statement s ON s.task = t.key
JOIN v_record r ON r.record = s.record;
