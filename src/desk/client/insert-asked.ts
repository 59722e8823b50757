/** The questions before a table or a link is put into a text, which come with the first of them. */
import { ServerGone, wordsOf } from './desk-api.ts';
import type { AskedLink, TableSize } from './insert-dialogs.ts';
import { notice } from './notices.ts';

const dialogs = () =>
  import('./insert-dialogs.ts').catch((error: unknown) => {
    notice('problem', `没有办成：${wordsOf(new ServerGone(error))}`);
  });

export async function askTable(): Promise<TableSize | undefined> {
  return (await dialogs())?.askTable();
}

export async function askLink(now: AskedLink): Promise<AskedLink | undefined> {
  return (await dialogs())?.askLink(now);
}
