-- Version 8: the places of a record and of its values are columns of the record, not a row each; `mention` and `evidence`
-- are views. Texts are compared by sketches that are kept, not by reading them again. What is due under an instrument is
-- found by its number.

ALTER TABLE record ADD COLUMN start INTEGER;
ALTER TABLE record ADD COLUMN "end" INTEGER;
ALTER TABLE record ADD COLUMN quote TEXT;
ALTER TABLE record ADD COLUMN mentions TEXT;
ALTER TABLE record ADD COLUMN evidence TEXT NOT NULL DEFAULT '{}';

UPDATE record SET
  (start, "end", quote) = (SELECT start, "end", quote FROM mention WHERE record = key AND n = 0),
  mentions = nullif((SELECT json_group_array(json_array(start, "end")) FROM
    (SELECT start, "end" FROM mention WHERE record = key AND n > 0 ORDER BY n)), '[]'),
  evidence = (SELECT json_group_object(field, json(places)) FROM
    (SELECT field, json_group_array(json(place)) AS places FROM
      (SELECT field, CASE basis WHEN 'printed' THEN json_array(start, "end") ELSE json_array(start, "end", basis) END
         AS place FROM evidence WHERE record = key ORDER BY field, n)
     GROUP BY field ORDER BY field));

DROP TABLE mention;
DROP TABLE evidence;

CREATE TABLE find_sketch (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  text_hash TEXT NOT NULL,  -- of its text
  shingles BLOB NOT NULL  -- hashes of the runs of four words: 4 bytes each, ascending
) STRICT;

DROP TABLE find_band;
CREATE TABLE find_band (
  band INTEGER NOT NULL,  -- two like texts have one in common
  article INTEGER NOT NULL,  -- as in find_sketch
  PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;

INSERT INTO find_sketch (article, text_hash, shingles)
  SELECT min(key), text_hash, acta_sketch(text) FROM article GROUP BY text_hash;
INSERT OR IGNORE INTO find_band (band, article)
  SELECT b.value, s.article FROM find_sketch s, json_each(acta_bands(s.shingles)) b;

CREATE TRIGGER sketch_changed AFTER UPDATE OF article ON find_sketch BEGIN
  UPDATE find_band SET article = new.article
    WHERE article = old.article AND band IN (SELECT value FROM json_each(acta_bands(old.shingles)));
END;
CREATE TRIGGER sketch_went AFTER DELETE ON find_sketch BEGIN
  DELETE FROM find_band
    WHERE article = old.article AND band IN (SELECT value FROM json_each(acta_bands(old.shingles)));
END;

INSERT OR IGNORE INTO find_row (question, day, article, record, part, other)
  SELECT 'under ' || d.number_key, v.day, v.article, v.record, d.number, 0
  FROM find_row v
  JOIN directive_links m ON m.list = 'resolutions' AND m.record IN (
    SELECT v.record UNION ALL SELECT record FROM directive_links WHERE target = v.record AND list = 'deadlines')
  JOIN resolution d ON d.record = m.target
  WHERE v.question = 'due' AND d.number_key IS NOT NULL AND d.number IS NOT NULL;
