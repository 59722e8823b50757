/** What staff are told of the words of an attachment: numbers of persons, leaks, and what readers are not meant to look at. */
import { hitsMessage } from '../model/issue-hits.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { found, ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { ENTERED_BY_TWO } from '../model/waiver-words.ts';
import type { FileHit, FileHitKind, FileWords, WordsFault } from './file-words.ts';

export const filePersonalRule: Rule = {
  id: 'attachment/personal',
  level: 'stop',
  scope: 'file',
  title: '附件里的个人信息',
  basis:
    '《政府信息公开条例》第十五条、《个人信息保护法》第二十八条：不得公开个人隐私和敏感个人信息。',
};

export const fileLeakRule: Rule = {
  id: 'attachment/leak',
  level: 'stop',
  scope: 'file',
  title: '附件里不公开的内容',
  basis: '国办秘函〔2019〕19号：泄露国家秘密、不公开的内容单项否决。',
};

export const fileHiddenRule: Rule = {
  id: 'attachment/hidden',
  level: 'warn',
  scope: 'file',
  title: '附件里隐藏的内容',
  basis: '批注、修订、隐藏的表格读者点一下就看得到，里面常有不公开的内容。',
};

export const fileUncheckedRule: Rule = {
  id: 'attachment/unchecked',
  level: 'warn',
  scope: 'file',
  title: '没有查完的附件',
  basis: '没有查过的附件里有没有个人信息、不公开的内容，程序不知道，要由人看一遍。',
};

export const ATTACHMENT_WORD_RULES: readonly Rule[] = [
  filePersonalRule,
  fileLeakRule,
  fileHiddenRule,
  fileUncheckedRule,
];

const CALLED: Readonly<Record<FileHitKind, string>> = {
  id: '身份证号没有遮挡',
  'id-unsure': '像是身份证号',
  mobile: '手机号没有遮挡',
  bank: '银行卡号没有遮挡',
  'weak-mask': '号码遮挡得太少',
  passport: '护照号没有遮挡',
  plate: '车牌号',
  home: '住址写到了门牌',
  sensitive: '写着个人的健康、信仰等情况',
  mark: '不公开的标记',
  intranet: '单位内部的地址',
  password: '密码',
};
const LEAKS: ReadonlySet<FileHitKind> = new Set(['mark', 'intranet', 'password']);
/** What is not certain, or is told and left to people in texts, too. */
const UNSURE: ReadonlySet<FileHitKind> = new Set(['id-unsure', 'weak-mask', 'home', 'sensitive']);
/** What offices may have to publish. */
const TOLD: ReadonlySet<FileHitKind> = new Set(['passport', 'plate']);

const REASONS: Readonly<Record<WordsFault, string>> = {
  cut: '太长，只查了前面的部分',
  'too-large': '里面的内容太多，没有查，站内也搜不到',
  locked: '设了密码，没有查，读者打不开，站内也搜不到',
  damaged: '读不出来，可能已经损坏，没有查，站内也搜不到',
  slow: '太复杂，没有查完',
  memory: '太复杂，没有查完',
  unread: '是这里读不了的格式，或者里面有这样的文件，没有查完',
};

const REMEDIES: Readonly<Partial<Record<WordsFault, string>>> = {
  locked: '取消密码，另存一份换上，再打开看一遍。',
  damaged: '打开看看：打得开就另存一份换上，打不开就重新导出一份。',
  unread:
    '请打开看一遍；用 Office、WPS 另存为 docx、xlsx、pptx 或者 PDF 换上，就能查，站内也能搜。',
};

const OFFICE_REMEDY =
  '在 Office 里「文件 → 信息 → 检查文档」，删掉批注、修订和隐藏的内容，另存一份换上；要留着的，请两个人看过。';
/** What was only taken off the pages of a PDF is still in the file. */
const PDF_REMEDY =
  '在 Word、WPS 原来的文件里删掉，重新导出一份 PDF 换上，不要在 PDF 上改；要留着的，请两个人看过。';

type Place = Pick<Finding, 'file' | 'line'>;

/**
 * @param place where the text names the file
 * @param name of the file, as it is written there
 * @param called what it is to readers
 */
export function wordsIssues(
  place: Place,
  name: string,
  words: FileWords,
  called: '附件' | '文件' = '附件',
): Issue[] {
  const file = `${called}「${name}」`;
  const { hits, more, hidden, silent, fault } = words;
  const isPdf = /\.pdf$/i.test(name);
  const byKind = [...Map.groupBy(hits, ({ kind }) => kind)];
  const told = byKind.flatMap(([kind, ofKind]) => {
    const rule = LEAKS.has(kind) ? fileLeakRule : filePersonalRule;
    const level = TOLD.has(kind) ? 'info' : UNSURE.has(kind) ? 'warn' : undefined;
    return found(rule, [{ ...place, level, ...hitWords(file, kind, ofKind, more[kind] ?? 0) }]);
  });
  const unseen =
    hidden.length === 0
      ? []
      : [
          ruled(fileHiddenRule, {
            ...place,
            message: `${file}里有${hidden.join('、')}，读者也能看到。`,
            fix: isPdf ? PDF_REMEDY : OFFICE_REMEDY,
          }),
        ];
  const scanned =
    silent === undefined
      ? []
      : [
          ruled(fileUncheckedRule, {
            ...place,
            level: silent.startsWith('全部') ? 'warn' : 'info',
            message: `${file}${silent}没有文字，像是扫描的图片，里面有没有个人信息、不公开的内容没有查，站内也搜不到。`,
            fix: '请打开看一遍；有电子版的，换成 Word、WPS 直接导出的 PDF。是空白页的不用管。',
          }),
        ];
  const unchecked =
    fault === undefined
      ? []
      : [
          ruled(fileUncheckedRule, {
            ...place,
            message: `${file}${REASONS[fault]}，里面有没有个人信息、不公开的内容不知道。`,
            fix: REMEDIES[fault] ?? '请打开看一遍；太长的，拆成几个文件。',
          }),
        ];
  return [...told, ...unseen, ...scanned, ...unchecked];
}

function hitWords(
  file: string,
  kind: FileHitKind,
  found: readonly FileHit[],
  more: number,
): Pick<Finding, 'message' | 'fix' | 'hits'> {
  const hits = {
    what: `${file}里${CALLED[kind]}`,
    found: found.map(({ where, shown, isHidden }) => ({ where, shown, isHidden })),
    more,
  };
  // What is not kept cannot be named by a waiver.
  const published = more > 0 ? '' : `确需公开的，${ENTERED_BY_TWO}。`;
  return {
    hits,
    message: hitsMessage(hits),
    fix: LEAKS.has(kind)
      ? '先核实能不能公开；不能公开的换掉或者撤下这个文件，密码马上更换。'
      : `删掉或者遮挡（138****1234），另存一份换上；存成数字的号码，整列删掉。${published}`,
  };
}
