/** The same SQL on every SQLite: `node:sqlite`, D1 and the storage of a Durable Object. */

export const SCHEMA =
  'CREATE TABLE IF NOT EXISTS views (id TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID';
/** One more view of an article: its id → its new count `n`. */
export const ADD =
  'INSERT INTO views (id, n) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET n = n + 1 RETURNING n';
/** A JSON array of ids → rows `id`, `n` of those that have any. */
export const COUNTS = 'SELECT id, n FROM views WHERE id IN (SELECT value FROM json_each(?))';
/** A write that changes nothing: no article has this id. */
export const PROBE = "DELETE FROM views WHERE id = ''";
export const COUNT_ARTICLES = 'SELECT count(*) AS n FROM views';
