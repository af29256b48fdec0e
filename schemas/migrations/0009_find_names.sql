-- Version 9: of what questions look things up by there is a row for each name of an article, not for each use of it, and the
-- rows of the questions are found by their article, not each by its record.

CREATE TABLE find_named (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  name INTEGER NOT NULL,  -- the key of the name
  uses TEXT NOT NULL,  -- which records give it in which field, a JSON array: "123 issuer", "123 parties.name"
  PRIMARY KEY (article, name)
) STRICT, WITHOUT ROWID;

INSERT INTO find_named (article, name, uses)
  SELECT article, name, json_group_array(use) FROM (
    SELECT r.article, f.name, f.record || ' ' || f.field AS use FROM find_record f JOIN record r ON r.key = f.record
    ORDER BY 1, 2, 3)
  GROUP BY article, name;
DROP TABLE find_record;
CREATE INDEX find_named_by_name ON find_named (name);

CREATE TEMP TABLE rows_before AS SELECT * FROM find_row;
DROP TABLE find_row;
CREATE TABLE find_row (
  question TEXT NOT NULL,  -- due, official, resolution, target, progress, request; "under NUMBER" beside due
  day TEXT NOT NULL,  -- what --from and --to are held against; "~" when there is none
  article INTEGER NOT NULL,  -- the article
  record INTEGER NOT NULL,  -- the record
  part TEXT NOT NULL,  -- of an official: post, chaired, ordered, signed, reported; of a resolution: the relation; of "under": the number
  other INTEGER NOT NULL,  -- of a resolution: its record; of a post: its place in the list; else 0
  PRIMARY KEY (question, day, article, record, part, other)
) STRICT, WITHOUT ROWID;

INSERT INTO find_row SELECT * FROM temp.rows_before;
DROP TABLE temp.rows_before;

CREATE TABLE find_day (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  question TEXT NOT NULL,  -- as in find_row
  day TEXT NOT NULL,  -- the same
  PRIMARY KEY (article, question, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER day_went AFTER DELETE ON find_day BEGIN
  DELETE FROM find_row WHERE question = old.question AND day = old.day AND article = old.article;
END;

INSERT INTO find_day (article, question, day) SELECT DISTINCT article, question, day FROM find_row;
