/** Who signs a document, and the day, stand at its end as on paper: these paragraphs get a class of their own. */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';

const DATE =
  /^(?:\d{4} *年 *\d{1,2} *月 *\d{1,2} *日|\d{4}([-./])\d{1,2}\1\d{1,2}|[二〇零○Ｏ一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/u;
/** Several offices may sign together; a sentence is none of them. */
const SIGNER = /^(?!特此)[\p{Script=Han}\p{L}·（） \u3000]{2,40}$/u;
/** What an office's name ends in. */
const OFFICE =
  /(?:局|厅|委|会|办|室|处|科|部|院|署|所|站|队|中心|政府|公司|集团|学校|大学|银行|管理办)(?:（[^（）]{1,12}）)?$/u;
/** What a signature stands below, where more follows it. */
const LETTER_END = /[。！；]$|^特此|^此复|^附(?:件|表)?\d*[：:]|^(?:\d{1,2}[.．、]|（\d{1,2}）)/u;
const MOST_SIGNERS = 5;

/** Where a date may stand alone on a line. */
export const DATE_LINE = /(?:日|\d[-./]\d{1,2})[ \t\u3000\\]*$/m;

/**
 * Marks a paragraph that is a date, and the names of offices right above it. At the end of the text any name will do;
 * before an annex or a note only what is surely an office's, below the last sentence of a letter.
 */
export function rehypeSignature() {
  return (tree: Root): void => {
    const blocks = tree.children.filter((node) => node.type === 'element');
    for (const [index, date] of blocks.entries()) {
      if (!isParagraph(date, DATE)) continue;
      const isLast = index === blocks.length - 1;
      const isName = isLast ? SIGNER : OFFICE;
      let first = index;
      while (first > 0 && isSigner(blocks[first - 1], isName)) first -= 1;
      const count = index - first;
      if (count === 0 || count > MOST_SIGNERS) continue;
      if (!isLast && !endsLetter(blocks[first - 1])) continue;
      for (const node of blocks.slice(first, index + 1))
        node.properties['className'] = ['signature'];
    }
  };
}

function isSigner(node: Element | undefined, isName: RegExp): boolean {
  return node !== undefined && isParagraph(node, SIGNER) && isParagraph(node, isName);
}

function endsLetter(node: Element | undefined): boolean {
  if (!node) return false;
  return node.tagName === 'p'
    ? LETTER_END.test(toString(node).trim())
    : !/^h\d$/.test(node.tagName);
}

function isParagraph(node: Element, text: RegExp): boolean {
  return node.tagName === 'p' && text.test(toString(node).trim());
}
