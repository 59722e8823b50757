/**
 * What an official text may begin with before it says anything: its number on a line of its own, and the table of its facts
 * copied from an old site (索引号：…, 发文机关：…). A summary begins behind them.
 */

const NUMBER = /^\p{Script=Han}{1,12}[〔﹝[［(（]\d{4}[〕﹞\]］)）]第?\d{1,5}号$/u;
const LABEL =
  '索引号|文号|发文字号|发文机关|发布机构|发布单位|信息来源|成文日期|发文日期|发布日期|生成日期|生效日期|主题分类|主题词|公文种类|有效性|效力状态|标题|名称';
/** A label alone is followed by its fact on the next line. */
const FACT = new RegExp(`^(?:${LABEL})[ \\u3000]*(?:[：:].{0,80})?$`, 'u');

/** @param text a line a paragraph; both parts together have all of its lines */
export function factsAtHead(text: string): { facts: string; text: string } {
  const lines = text.split('\n');
  let count = 0;
  let isLabel = false;
  for (const line of lines) {
    const plain = line.replaceAll(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu, '').trim();
    const isFact = FACT.test(plain);
    if (!isFact && !NUMBER.test(plain) && !isLabel) break;
    isLabel = isFact && !/[：:]\s*\S/.test(plain);
    count += 1;
  }
  // A text of facts alone is no text without them.
  if (count === lines.length) return { facts: '', text };
  return { facts: lines.slice(0, count).join('\n'), text: lines.slice(count).join('\n') };
}
