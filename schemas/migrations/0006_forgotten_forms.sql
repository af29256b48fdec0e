-- Version 6: what was removed on request does not come back; which forms a name has.

CREATE TABLE forgotten (
  what TEXT NOT NULL CHECK (what IN ('page', 'name')),
  hash TEXT NOT NULL,
  words INTEGER NOT NULL,
  request INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (what, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE find_form (
  name INTEGER NOT NULL,
  form INTEGER NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (name, form)
) STRICT, WITHOUT ROWID;

INSERT INTO find_form (name, form, uses) SELECT acta_key(name), form, count(*) FROM entity_use GROUP BY 1, 2;

CREATE TRIGGER use_came AFTER INSERT ON entity_use BEGIN
  INSERT INTO find_form (name, form, uses) VALUES (acta_key(new.name), new.form, 1)
    ON CONFLICT DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER use_went AFTER DELETE ON entity_use BEGIN
  UPDATE find_form SET uses = uses - 1 WHERE name = acta_key(old.name) AND form = old.form;
  DELETE FROM find_form WHERE name = acta_key(old.name) AND form = old.form AND uses = 0;
END;

DROP INDEX entity_use_by_article;
CREATE INDEX entity_use_by_article ON entity_use (article, form);
