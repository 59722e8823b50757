/** The problems of an article, the gravest first; each leads to its line. */
import type { DeskIssue } from '../api.ts';
import { button, element } from './element.ts';
import type { IssuePlaces } from './issue-places.ts';
import { LEVEL_WORDS } from './states.ts';

export interface IssuePanel {
  node: HTMLElement;
  show(issues: readonly DeskIssue[], places: IssuePlaces): void;
  open(): void;
}

const LEVELS = ['stop', 'warn', 'info'] as const;

export function issuePanel(goTo: (issue: DeskIssue) => void): IssuePanel {
  const summary = element('summary');
  const list = element('ol', { className: 'issues' });
  const details = element('details', { className: 'issue-panel' }, summary, list);
  return {
    node: details,
    open() {
      details.open = true;
      summary.focus();
    },
    show(issues, { where }) {
      const counts = LEVELS.map(
        (level) => [level, issues.filter((issue) => issue.level === level).length] as const,
      );
      const said = counts
        .filter(([, count]) => count > 0)
        .map(([level, count]) => `${LEVEL_WORDS[level]} ${count}`);
      summary.textContent = said.length > 0 ? `问题：${said.join('，')}` : '没有发现问题';
      details.classList.toggle('none', issues.length === 0);
      const sorted = LEVELS.flatMap((level) => issues.filter((issue) => issue.level === level));
      const place = list.scrollTop;
      list.replaceChildren(...sorted.map((issue) => entry(issue, where(issue), () => goTo(issue))));
      list.scrollTop = place;
    },
  };
}

function entry(issue: DeskIssue, where: string, go: () => void): HTMLElement {
  const level = element('span', { className: `level ${issue.level}` }, LEVEL_WORDS[issue.level]);
  const head =
    issue.line === undefined
      ? element('span', { className: 'where' }, where)
      : button(where, go, { className: 'where' });
  const fix = issue.fix === '' ? undefined : element('p', { className: 'fix' }, issue.fix);
  return element(
    'li',
    {},
    element('div', { className: 'issue-head' }, level, head),
    element('p', {}, issue.message),
    fix,
  );
}
