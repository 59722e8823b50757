/** The problems of an article, the gravest first; each leads to its line. */
import type { DeskIssue } from '../api.ts';
import { button, element } from './element.ts';
import type { IssuePlaces } from './issue-places.ts';
import { LEVEL_WORDS } from './states.ts';

const REMARK = '意见';

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
  let told = 0;
  return {
    node: details,
    open() {
      details.open = true;
      summary.focus();
    },
    show(issues, { where }) {
      const found = issues.filter(({ isRemark }) => !isRemark);
      const counts = LEVELS.map(
        (level) => [level, found.filter((issue) => issue.level === level).length] as const,
      );
      const said = counts
        .filter(([, count]) => count > 0)
        .map(([level, count]) => `${LEVEL_WORDS[level]} ${count}`);
      const remarks = issues.length - found.length;
      const words = [
        said.length > 0 ? `问题：${said.join('，')}` : '没有发现问题',
        ...(remarks > 0 ? [`${REMARK} ${remarks}`] : []),
      ];
      summary.textContent = words.join('；');
      // What a colleague said is seen without being looked for.
      if (remarks > told) details.open = true;
      told = remarks;
      details.classList.toggle('none', issues.length === 0);
      const sorted = [
        ...issues.filter(({ isRemark }) => isRemark),
        ...LEVELS.flatMap((level) => found.filter((issue) => issue.level === level)),
      ];
      const place = list.scrollTop;
      list.replaceChildren(...sorted.map((issue) => entry(issue, where(issue), () => goTo(issue))));
      list.scrollTop = place;
    },
  };
}

function entry(issue: DeskIssue, where: string, go: () => void): HTMLElement {
  const words = issue.isRemark ? REMARK : LEVEL_WORDS[issue.level];
  const level = element('span', { className: `level ${issue.level}` }, words);
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
