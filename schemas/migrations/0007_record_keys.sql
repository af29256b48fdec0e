-- Version 7: the key of a record is its article's with a part of its id added, so that what belongs to an article lies
-- together in every table. What the words of texts and names are looked up by is written in larger steps. A task says
-- whether it was put off or ordered again.

CREATE TEMP TABLE renamed (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO renamed SELECT key, acta_record_key(article, id) FROM record;

UPDATE record SET key = (SELECT new FROM renamed WHERE old = key);
UPDATE mention SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE evidence SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE official SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE official_posts SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE agency SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE resolution SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE target SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE deadline SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE deadline_assignees SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE deadline_anchor SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE directive SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE directive_assignees SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE directive_resolutions SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE directive_parties SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE directive_links SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE progress SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE event SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE find_record SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE find_row SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE find_series SET record = (SELECT new FROM renamed WHERE old = record);
UPDATE directive_links SET target = (SELECT new FROM renamed WHERE old = target);
UPDATE find_row SET other = coalesce((SELECT new FROM renamed WHERE old = other), other) WHERE question = 'resolution';

-- What speaks of records that are gone keeps their keys until it is resolved anew.
UPDATE entity_use SET record = coalesce((SELECT new FROM renamed WHERE old = record), record);
UPDATE task_statement SET record = coalesce((SELECT new FROM renamed WHERE old = record), record);
UPDATE task_key SET record = coalesce((SELECT new FROM renamed WHERE old = record), record);

DROP TABLE renamed;

INSERT INTO find_text (find_text, rank) VALUES ('hashsize', 33554432);
INSERT INTO find_words (find_words, rank) VALUES ('hashsize', 33554432);

ALTER TABLE task ADD COLUMN changed INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1));
UPDATE task SET changed = 1
WHERE EXISTS (SELECT 1 FROM task_statement WHERE task_statement.task = task.key AND what = 'extended')
  OR (SELECT count(DISTINCT coalesce(a.story, s.article)) FROM task_statement s
      LEFT JOIN story_article a ON a.article = s.article WHERE s.task = task.key AND s.what <> 'reported') > 1;
CREATE INDEX task_changed ON task (due, key) WHERE changed;
DROP INDEX task_statement_by_what;
