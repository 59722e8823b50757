/** What is wrong with a text in the dialog by which it goes on: how much of it, the first places, and a way to each. */
import type { DeskFacts, DeskIssue, OpenArticle } from '../api.ts';
import { confirmed, type Question } from './dialogs.ts';
import { button, element } from './element.ts';
import { mayWrite } from './states.ts';

/** Leads to the place of a problem in the text. */
export interface IssueWays {
  goTo(issue: DeskIssue): void;
  /** 正文第 3 段 */
  where(issue: DeskIssue): string;
}

/** The first reminders; of what stops a text, each that is likely to be there. */
const MOST_NAMED = { warn: 3, stop: 8 } as const;

/** As `confirmed`; undefined, too, where somebody goes to one of them instead. */
export async function confirmedDespite(
  article: Pick<OpenArticle, 'issues'>,
  ways: IssueWays,
  question: Question,
): Promise<string | undefined> {
  const open = named(article, 'warn', ways);
  const told = open.count > 0 ? [lead(`还有 ${open.count} 处提醒没有改`, open)] : [];
  const answer = await confirmed({ ...question, content: [...question.content, ...told] });
  open.follow();
  return answer;
}

/** Says instead of a step that it has to wait. @param step its words: 送审 */
export async function tellStops(
  article: OpenArticle,
  facts: Pick<DeskFacts, 'me'>,
  ways: IssueWays,
  step: string,
): Promise<void> {
  const open = named(article, 'stop', ways);
  const remedy = mayWrite(facts) ? undefined : '请退回，或者写意见，请写稿的同志改。';
  await confirmed({
    title: `还有 ${open.count} 处必须改，改好以后才能${step}`,
    content: [remedy && element('p', {}, remedy), lead('', open)],
    choices: [{ value: '', words: '知道了', kind: 'main' }],
  });
  open.follow();
}

interface Named {
  count: number;
  list: HTMLElement;
  isMore: boolean;
  /** Goes to the one that was chosen. */
  follow(): void;
}

function named(
  { issues }: Pick<OpenArticle, 'issues'>,
  level: keyof typeof MOST_NAMED,
  ways: IssueWays,
): Named {
  const open = issues
    .filter((issue) => issue.level === level)
    .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
  const first = open.slice(0, MOST_NAMED[level]);
  let chosen: DeskIssue | undefined;
  const entries = first.map((issue) => {
    const where = ways.where(issue);
    const go = button('去看', (event) => {
      chosen = issue;
      (event.currentTarget as HTMLElement).closest('dialog')?.close();
    });
    go.setAttribute('aria-label', `去看：${where}：${issue.message}`);
    const place = element('span', { className: 'where' }, `${where}：`);
    return element('li', {}, element('span', {}, place, issue.message), go);
  });
  return {
    count: open.length,
    list: element('ul', {}, ...entries),
    isMore: open.length > first.length,
    follow: () => chosen && ways.goTo(chosen),
  };
}

function lead(words: string, { list, isMore }: Named): HTMLElement {
  const first = isMore ? `前 ${list.childElementCount} 处是` : '';
  const said = [words, first].filter(Boolean).join('，');
  const head = said === '' ? undefined : element('p', { className: 'strong' }, `${said}：`);
  return element('div', { className: 'reminders' }, head, list);
}
