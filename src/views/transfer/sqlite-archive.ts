import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SCHEMA } from '../stores/sql.ts';
import type { Archive } from './archive.ts';

/** A command may wait for a server's commits longer than a reader may. */
const LOCK_TIMEOUT_MS = 30_000;
const ADDED = 'CREATE TABLE IF NOT EXISTS added (input TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT';

/** The counts in a SQLite file, which a server may have open. Throws when there is no such file. */
export function openSqliteArchive(file: string): Archive & { copyTo(copy: string): void } {
  if (!existsSync(file)) throw new Error(`There is no such file: ${file}`);
  const database = new DatabaseSync(file, { timeout: LOCK_TIMEOUT_MS });
  database.exec('PRAGMA synchronous = FULL');

  return {
    all: async () => {
      const rows = database.prepare('SELECT id, n FROM views').all();
      return new Map(rows.map((row) => [String(row['id']), Number(row['n'])]));
    },

    add: async (numbers, input) => {
      database.exec(`${SCHEMA}; ${ADDED}`);
      const note = database.prepare('INSERT INTO added VALUES (?, ?) ON CONFLICT DO NOTHING');
      const add = database.prepare(
        'INSERT INTO views (id, n) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET n = n + excluded.n',
      );
      database.exec('BEGIN IMMEDIATE');
      try {
        const isNew = note.run(input, new Date().toISOString()).changes === 1;
        if (isNew) for (const [id, n] of numbers) add.run(id, n);
        database.exec('COMMIT');
        return isNew;
      } catch (cause) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw cause;
      }
    },

    /** A sound copy as of now, in a file that does not exist yet. */
    copyTo: (copy) => {
      database.prepare('VACUUM INTO ?').run(copy);
    },

    close: async () => database.close(),
  };
}
