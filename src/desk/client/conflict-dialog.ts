/** A file that was changed elsewhere while it was being written here: both texts beside one another, and a choice. */
import type { OpenArticle, SavedArticle } from '../api.ts';
import { ask } from './dialogs.ts';
import { element } from './element.ts';
import { savedOf } from './text-panels.ts';
import { compareTexts } from './text-difference.ts';

export type ConflictChoice = 'mine' | 'theirs' | undefined;

/** Lines that are the same are left out beyond so many beside one that is not. */
const BESIDE = 2;

/** @param labels of fields, by name. Undefined where it is to be decided later: nothing is lost by that. */
export async function askConflict(
  mine: SavedArticle,
  current: OpenArticle,
  labels: ReadonlyMap<string, string>,
): Promise<ConflictChoice> {
  const mineText = textOf(mine, labels);
  const theirs = savedOf(current, 'source' in mine ? 'source' : 'write');
  const said = element('p', { attributes: { role: 'status' } });
  const copyMine = () => {
    const done = () => (said.textContent = '我的文字已经复制，可以粘贴到 Word 或记事本里。');
    const failed = () => (said.textContent = '浏览器不让复制：请在左边选中文字，按 Ctrl+C。');
    void navigator.clipboard.writeText(mineText).then(done, failed);
  };
  const choice = await ask({
    title: '这篇稿件在别处也改过，用哪一份？',
    isWide: true,
    content: [
      element('p', {}, '两份都还在，选了才保存。不一样的行标了颜色，行首写着“改”。'),
      comparison(mineText, textOf(theirs, labels)),
      said,
    ],
    choices: [
      { value: '', words: '先复制我的', act: copyMine },
      { value: 'theirs', words: '用别处的' },
      { value: 'mine', words: '用我的' },
    ],
  });
  return choice === 'mine' || choice === 'theirs' ? choice : undefined;
}

/** Fields as lines above the body; a source as it is. */
export function textOf(saved: SavedArticle, labels: ReadonlyMap<string, string>): string {
  if ('source' in saved) return saved.source;
  const fields = [...labels].filter(([name]) => saved.fields[name] !== undefined);
  const lines = fields.map(([name, label]) => `${label}：${saved.fields[name] ?? ''}`);
  return [...lines, '', saved.body].join('\n');
}

function comparison(mine: string, theirs: string): HTMLElement {
  const lines = compareTexts(mine, theirs);
  const isNear = (index: number) =>
    lines.slice(Math.max(0, index - BESIDE), index + BESIDE + 1).some(({ isSame }) => !isSame);
  const body = element('tbody');
  let isSkipping = false;
  for (const [index, line] of lines.entries()) {
    if (!isNear(index)) {
      if (!isSkipping) body.append(element('tr', { className: 'skipped' }, cell('……'), cell('……')));
      isSkipping = true;
      continue;
    }
    isSkipping = false;
    const row = element('tr', { className: line.isSame ? '' : 'differs' });
    row.append(cell(line.mine, !line.isSame), cell(line.theirs, !line.isSame));
    body.append(row);
  }
  const head = element('tr', {}, heading('我的'), heading('别处的'));
  const table = element('table', { className: 'comparison' }, element('thead', {}, head), body);
  const scroller = element('div', { className: 'comparison-scroll', tabIndex: 0 }, table);
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', '两份文字的对照');
  return scroller;
}

function heading(words: string): HTMLElement {
  return element('th', { scope: 'col' }, words);
}

function cell(text: string | undefined, isDifferent = false): HTMLElement {
  const sign =
    isDifferent && text !== undefined ? element('span', { className: 'sign' }, '改') : undefined;
  return element('td', { className: text === undefined ? 'nothing' : '' }, sign, text ?? '');
}
