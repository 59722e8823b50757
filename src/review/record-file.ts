/**
 * An article's record (审核记录), `content/review/2026/<id>.yaml`: an event a line, each a JSON object behind a hyphen, which is
 * YAML, too. Lines are only ever added, so that git joins two copies by keeping the lines of both.
 */
import { join } from 'node:path';
import { reviewEventSchema } from '../model/review.ts';
import type { ReviewEvent } from '../model/review.ts';

const HEAD = '# 审核记录，由写稿台写，请不要手改。\n';

/** What a record says, beside the numbers of lines that say nothing. */
export interface ReadRecord {
  /** In the order of their times, each once. */
  events: ReviewEvent[];
  /** 1-based. */
  unread: number[];
}

/** Absolute path of a record. @param content absolute path of `content/` */
export function recordPath(content: string, { year, id }: { year: string; id: string }): string {
  return join(content, 'review', year, `${id}.yaml`);
}

/** The year's folder in which an article lies. @param path of its text */
export function yearOf({ path, folder }: { path: string; folder: string | undefined }): string {
  return (folder ?? path).split(/[\\/]/).at(-2) ?? '';
}

export function readRecord(text: string): ReadRecord {
  const events = new Map<string, ReviewEvent>();
  const unread: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const event = readLine(line);
    if (event) events.set(line, event);
    else unread.push(index + 1);
  }
  // Lines of two copies that were joined stand in any order.
  const inOrder = [...events.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { events: inOrder, unread };
}

function readLine(line: string): ReviewEvent | undefined {
  try {
    return reviewEventSchema.safeParse(JSON.parse(line.replace(/^- /, ''))).data;
  } catch {
    return undefined;
  }
}

/** A record's text with one more event. @param text undefined for one that is not there yet */
export function withEvent(text: string | undefined, event: ReviewEvent): string {
  const before = text ?? HEAD;
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}- ${JSON.stringify(event)}\n`;
}
