/** The open 提醒 of a text in the dialog by which it goes on: how many, the first of them, and a way to each. */
import type { DeskIssue, OpenArticle } from '../api.ts';
import { confirmed, type Question } from './dialogs.ts';
import { button, element } from './element.ts';

/** Leads to the place of a problem in the text. */
export type GoTo = (issue: DeskIssue) => void;

const MOST_NAMED = 3;

/** As `confirmed`; undefined, too, where somebody goes to one of them instead. */
export async function confirmedDespite(
  { issues }: Pick<OpenArticle, 'issues'>,
  goTo: GoTo,
  question: Question,
): Promise<string | undefined> {
  const open = issues.filter(({ level }) => level === 'warn');
  let chosen: DeskIssue | undefined;
  const entries = open.slice(0, MOST_NAMED).map((issue) => {
    const go = button('去看', (event) => {
      chosen = issue;
      (event.currentTarget as HTMLElement).closest('dialog')?.close();
    });
    go.setAttribute('aria-label', `去看：${issue.message}`);
    return element('li', {}, element('span', {}, issue.message), go);
  });
  const more = open.length > MOST_NAMED ? `，前 ${MOST_NAMED} 处是` : '';
  const told = element(
    'div',
    { className: 'reminders' },
    element('p', { className: 'strong' }, `还有 ${open.length} 处提醒没有改${more}：`),
    element('ul', {}, ...entries),
  );
  const answer = await confirmed({
    ...question,
    content: [...question.content, open.length > 0 ? told : undefined],
  });
  if (chosen) goTo(chosen);
  return answer;
}
