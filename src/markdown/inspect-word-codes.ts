/** What Word leaves in a text that was pasted: its own tags, its fields, the boxes of its pictures. Readers would see them. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { editAt } from './body-edit.ts';
import { type BodyProblem, shortened } from './body-problem.ts';
import { sourceOf } from './source.ts';
import { type TextRange, textRanges } from './text-ranges.ts';

export const wordCodeRule: Rule = {
  id: 'paste/word-code',
  level: 'stop',
  scope: 'text',
  title: 'Word 的代码',
  basis: '从 Word 粘贴带来的代码会原样显示给读者。',
};

const SIGN =
  /<\/?[a-z]\w{0,9}:[a-z]|\uFFFC|\b(?:HYPERLINK|PAGEREF|EMBED|INCLUDEPICTURE|TOC|REF|SEQ) |错误[！!]|Error! /i;

/** `<o:p>`, `</w:sdt>`, `<st1:place w:st="on">`: no tags to Markdown, for the colon. Addresses are not written so. */
const TAG =
  /<\/?(?!https?:|mailto:|tel:|ftp:)[A-Za-z]\w{0,9}:[A-Za-z][\w.-]*(?:\s[^<>\n]{0,300})?\/?>/g;
/** To Markdown an address between angle brackets. */
const TAG_AS_ADDRESS = /^<(?:st|w|wp|o)\w*:[A-Za-z][\w.-]*>$/;

const QUOTED = String.raw`["“”][^"“”\n]{0,500}["“”]`;
const SWITCHES = String.raw`(?:\s*\\{1,2}[a-z*](?:\s*(?:${QUOTED}|MERGEFORMAT|ARABIC))?)*`;
const LINK_FIELD = new RegExp(
  String.raw`\bHYPERLINK\s+(?:\\{1,2}l\s+)?(${QUOTED})${SWITCHES}`,
  'g',
);
const FIELD = new RegExp(
  String.raw`\b(?:PAGEREF|REF)\s+_\w+${SWITCHES}|\bEMBED\s+[A-Z][\w.]+${SWITCHES}|\bINCLUDEPICTURE\s+${QUOTED}${SWITCHES}|` +
    String.raw`\bTOC\s+\\{1,2}[a-z]${SWITCHES}[\s"“”\d-]*${SWITCHES}|\bSEQ\s+\S{1,20}\s+\\{1,2}\*\s*ARABIC|` +
    '错误[！!] ?(?:未找到引用源|未定义书签|链接无效|文档中没有指定样式的文字|使用“开始”选项卡将[^。\n]{0,60})[。.]?|' +
    String.raw`\bError! (?:Bookmark not defined|Reference source not found|Hyperlink reference not valid)\.?`,
  'g',
);

/** @param tree as it was parsed */
export function inspectWordCodes(tree: Root, body: string): BodyProblem[] {
  if (!SIGN.test(body)) return [];
  const problems: BodyProblem[] = [];
  for (const range of textRanges(tree)) {
    const text = body.slice(range.start, range.end);
    for (const { 0: code, 1: quoted = '', index } of text.matchAll(LINK_FIELD))
      problems.push(linkField(at(body, range.start + index), code, quoted.slice(1, -1)));
    for (const { 0: code, index } of text.matchAll(FIELD))
      problems.push(field(at(body, range.start + index), code));
    for (const { index } of text.matchAll(/\uFFFC/g))
      problems.push(box(at(body, range.start + index)));
  }
  return [...problems, ...tagProblems(tagsOf(tree, body), body)];
}

/** Whether what Markdown read as an address between angle brackets is a tag. */
export function isWordTag(source: string): boolean {
  return TAG_AS_ADDRESS.test(source);
}

function tagsOf(tree: Root, body: string): TextRange[] {
  const tags = textRanges(tree).flatMap(({ start, end }) =>
    [...body.slice(start, end).matchAll(TAG)].map(({ 0: tag, index }) => ({
      start: start + index,
      end: start + index + tag.length,
    })),
  );
  visit(tree, 'link', ({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined) return;
    if (isWordTag(body.slice(start, end))) tags.push({ start, end });
  });
  return tags.toSorted((a, b) => a.start - b.start);
}

/** The tags of a line are one problem, and mended together. */
function tagProblems(tags: readonly TextRange[], body: string): BodyProblem[] {
  const lines = Map.groupBy(tags, ({ start }) => at(body, start));
  return [...lines].map(([line, own]) => {
    const start = own[0]?.start ?? 0;
    const end = own.at(-1)?.end ?? start;
    let kept = '';
    let passed = start;
    for (const tag of own) {
      kept += body.slice(passed, tag.start);
      passed = tag.end;
    }
    const written = body.slice(start, end);
    const edit = editAt(body, start, written, kept);
    return {
      line,
      message: `「${shortened(own.map((tag) => body.slice(tag.start, tag.end)).join(''))}」是 Word 的代码，会原样显示。`,
      fix: '删掉它，只留文字。',
      ...(edit && { edit }),
    };
  });
}

function linkField(line: number, code: string, address: string): BodyProblem {
  const isAddress = /^(?:https?:\/\/|mailto:)[^\s()<>]+$/i.test(address);
  return {
    line,
    message: `「${shortened(code)}」是 Word 的链接代码，会原样显示。`,
    fix: isAddress
      ? `删掉它；要链接，写成 [文字](${address})。`
      : '删掉它；要链接，写成 [文字](网址)。',
  };
}

function field(line: number, code: string): BodyProblem {
  return {
    line,
    message: `「${shortened(code)}」是 Word 的域留下的，会原样显示。`,
    fix: '删掉它，换成读者该看到的文字，例如「图1」「第3页」。',
  };
}

function box(line: number): BodyProblem {
  return {
    line,
    message: '这里有 Word 的图片或者公式留下的空框，读者看不到内容。',
    fix: '删掉它；是图片，存成文件放在稿件旁边，写成 ![图片说明](1.jpg)。',
  };
}

function at(body: string, offset: number): number {
  return sourceOf(body).placeOf(offset).line;
}
