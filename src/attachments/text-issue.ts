/** What staff are told when the text of an attachment cannot be searched: readers can still download it. */
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { TextFault } from './text-outcome.ts';

export const unsearchableRule: Rule = {
  id: 'attachment/unsearchable',
  level: 'warn',
  scope: 'file',
  title: '附件里的文字',
  basis: '读者在站内搜索附件的内容，搜不到的要让单位知道。',
};

const WORDS: Readonly<Record<TextFault, readonly [what: string, fix: string]>> = {
  cut: [
    '很长，只有前 20 万字能在站内搜到。',
    '读者可以照常下载；后面的内容也要搜到的，拆成几个文件。',
  ],
  'too-large': [
    '里面的内容太多，文字在站内搜不到。',
    '读者可以照常下载；要让人搜到，就拆成几个文件，或者把要点写进正文。',
  ],
  locked: ['设了密码，读者打不开，文字在站内也搜不到。', '取消密码，重新保存一份，换上这个文件。'],
  damaged: [
    '里面的文字读不出来，在站内搜不到，可能已经损坏。',
    '打开看看：打得开就「另存为」一份换上，打不开就重新找一份。',
  ],
  slow: [
    '里面的内容太复杂，文字在站内搜不到。',
    '读者可以照常下载；要让人搜到，就重新导出一份，或者把要点写进正文。',
  ],
  memory: [
    '里面的内容太复杂，文字在站内搜不到。',
    '读者可以照常下载；要让人搜到，就重新导出一份，或者把要点写进正文。',
  ],
};

/** @param file the article's, as staff see it */
export function textIssue(file: string, name: string, fault: TextFault): Issue {
  const [what, fix] = WORDS[fault];
  return ruled(unsearchableRule, { file, message: `附件「${name}」${what}`, fix });
}
