/** What shows that a text was damaged on its way: two versions in one file, characters that are lost. */
import type { Issue, Words } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export const conflictRule: Rule = {
  id: 'text/conflict',
  level: 'stop',
  scope: 'text',
  title: '冲突标记',
  basis: '文件里有两个版本的内容，哪一个对只有写的人知道。',
};

export const lostCharacterRule: Rule = {
  id: 'text/lost-character',
  level: 'stop',
  scope: 'text',
  title: '丢失的字',
  basis: '原来的字已经丢失，读者看到的是「�」。',
};

export const overrideRule: Rule = {
  id: 'text/override',
  level: 'stop',
  scope: 'text',
  title: '颠倒文字的字符',
  basis: '看不见的字符会让后面的文字左右颠倒，读者看到的和写的不一样。',
};

/** How Git, SVN, Mercurial and sync programs mark two versions of the same lines. */
const CONFLICT = /^(?:<{7}|>{7})(?: .*)?$/gm;
const ANY = /[<>]{7}|[\ufffd\u202d\u202e]/;
const LOST = /\ufffd+/g;
/** Makes all that follows it run to the left, or to the right, whatever it is. */
const OVERRIDE = /[\u202d\u202e]/g;

/**
 * Issues of the text of any file that staff write, in the order of its lines.
 * @param file the path as staff see it
 */
export function textDamage(text: string, file: string): Issue[] {
  if (!ANY.test(text)) return [];
  const damages = [
    ...[...text.matchAll(CONFLICT)].map((match) => ({ match, ...conflict(match[0]) })),
    ...[...text.matchAll(LOST)].map((match) => ({ match, ...LOST_CHARACTER })),
    ...[...text.matchAll(OVERRIDE)].map((match) => ({ match, ...OVERRIDDEN })),
  ].toSorted((a, b) => a.match.index - b.match.index);
  const issues: Issue[] = [];
  let line = 1;
  let passed = 0;
  for (const { match, rule, message, fix, removed } of damages) {
    line += text.slice(passed, match.index).split('\n').length - 1;
    passed = match.index;
    const column = match.index - (text.lastIndexOf('\n', match.index - 1) + 1);
    const edit = removed ? { line, column, was: match[0], becomes: '' } : undefined;
    issues.push(ruled(rule, { file, line, message, fix, ...(edit && { edit }) }));
  }
  return issues;
}

/** Whether the text holds two versions of the same lines, of which no reader can know the right one. */
export function isInConflict(text: string): boolean {
  return text.search(CONFLICT) !== -1;
}

interface Damage extends Words {
  rule: Rule;
  removed?: boolean;
}

function conflict(marker: string): Damage {
  return {
    rule: conflictRule,
    message: `这一行「${marker.slice(0, 40)}」是两个人同时改同一处留下的冲突标记，文件里有两个版本的内容。`,
    fix: '对照两个版本，留下对的内容，把「<<<<<<<」「=======」「>>>>>>>」这几行都删掉。',
  };
}

const LOST_CHARACTER: Damage = {
  rule: lostCharacterRule,
  message: '这里有「�」，原来的字已经丢失（多半是转换编码或复制时丢的）。',
  fix: '对照原稿，把丢掉的字补上。',
};

const OVERRIDDEN: Damage = {
  rule: overrideRule,
  message: '这一行有一个看不见的控制字符，会让后面的文字左右颠倒。',
  fix: '删掉这一行重新打一遍，或者运行 npm run check -- --fix 去掉它。',
  removed: true,
};
