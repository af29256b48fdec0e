-- Versions of pages and copies of articles, for what is stored already too.

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

-- By what articles with like texts find each other: 24 hashes of each text (pipeline/text/likeness.h).
CREATE TABLE find_band (
  band INTEGER NOT NULL,  -- two like texts have one in common
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX find_band_by_article ON find_band (article);

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

INSERT OR IGNORE INTO version (page, article)
  SELECT coalesce(a.url, i.source), a.key FROM article a LEFT JOIN input i ON i.article = a.key
  WHERE coalesce(a.url, i.source) IS NOT NULL;
INSERT OR IGNORE INTO sighting (page, article, first_seen, last_seen)
  SELECT coalesce(a.url, i.source), a.key, min(v.fetched_at), max(v.fetched_at)
  FROM article a LEFT JOIN input i ON i.article = a.key LEFT JOIN visit v ON v.source = i.source
  WHERE coalesce(a.url, i.source) IS NOT NULL GROUP BY 1, 2 ORDER BY min(v.fetched_at), a.key;
INSERT OR IGNORE INTO find_band (band, article)
  SELECT b.value, a.key FROM article a, json_each(acta_bands(a.text)) b;
INSERT OR IGNORE INTO find_copy (article, other, kind, overlap)
  SELECT article, other, json_extract(likeness, '$[0]'), json_extract(likeness, '$[1]') FROM
    (SELECT p.article, p.other, acta_likeness(a.text, b.text) AS likeness FROM
      (SELECT DISTINCT x.article, y.article AS other FROM find_band x
       JOIN find_band y ON y.band = x.band AND y.article > x.article) p
     JOIN article a ON a.key = p.article JOIN article b ON b.key = p.other)
  WHERE likeness IS NOT NULL;
