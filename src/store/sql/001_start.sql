-- What servers said of a page, for asking again only when it changed. The key holds who asks: what one newsroom has
-- read is news to the next.
CREATE TABLE source (
  key TEXT NOT NULL PRIMARY KEY,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a page was when it was last taken: a feed, a page or a text.
CREATE TABLE kind (
  key TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The items of a feed as they were last seen; `number` keeps the order in which they were first put.
CREATE TABLE item (
  number INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  source TEXT NOT NULL,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  UNIQUE (feed, id)
) STRICT;

-- What a target has got of a topic.
CREATE TABLE delivery (
  target TEXT NOT NULL,
  topic TEXT NOT NULL,
  id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  delivered_at INTEGER NOT NULL,
  PRIMARY KEY (target, topic, id)
) STRICT, WITHOUT ROWID;
