/** The product's way of writing a view, and the two that it is compared with; the same file and the same safety. */
import { DatabaseSync } from 'node:sqlite';
import type { ViewStore } from '../../src/views/store.ts';
import { ADD } from '../../src/views/stores/sql.ts';
import { openSqliteStore } from '../../src/views/stores/sqlite.ts';

export const WAYS: Record<string, (file: string) => ViewStore> = {
  成组提交: openSqliteStore,
  每次一提交: commitEach,
  单行更新: updateRow,
};

/** The same statement, in a transaction of its own. */
function commitEach(file: string): ViewStore {
  const store = openSqliteStore(file);
  const database = secondConnection(file);
  const add = database.prepare(ADD);
  return { ...store, add: async (id) => Number(add.get(id)?.['n']) };
}

/** A row that is there already is updated, and read again: what counters on a plain table do. */
function updateRow(file: string): ViewStore {
  const store = openSqliteStore(file);
  const database = secondConnection(file);
  const update = database.prepare('UPDATE views SET n = n + 1 WHERE id = ?');
  const insert = database.prepare('INSERT INTO views VALUES (?, 1)');
  const read = database.prepare('SELECT n FROM views WHERE id = ?');
  return {
    ...store,
    add: async (id) => {
      if (update.run(id).changes === 0) insert.run(id);
      return Number(read.get(id)?.['n']);
    },
  };
}

function secondConnection(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 1_000 });
  database.exec('PRAGMA synchronous = FULL');
  return database;
}
