/** The desk's page: plain modules for the browser, from which Node takes the types. Nothing is bundled. */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { answerText } from './answers.ts';

const FOLDER = join(import.meta.dirname, '../client');

export interface ClientFiles {
  /** The page itself. */
  page(token: string, policy: string): Response;
  /** A module or style sheet of it; undefined for what is none. @param name `desk.ts` */
  file(name: string): Response | undefined;
}

/** Only what is in the folder now has an address: no path is made of what somebody asks for. */
export function openClientFiles(): ClientFiles {
  const names = new Set(readdirSync(FOLDER));
  const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
  return {
    page: (token, policy) =>
      answerText(read('desk.html').replace('%TOKEN%', token), 'text/html; charset=utf-8', {
        policy,
      }),
    file(name) {
      if (!names.has(name)) return undefined;
      if (name.endsWith('.css')) return answerText(read(name), 'text/css; charset=utf-8');
      if (!name.endsWith('.ts')) return undefined;
      return answerText(stripTypeScriptTypes(read(name)), 'text/javascript; charset=utf-8');
    },
  };
}
