/** Links and pictures in one another: at the end of each the parser copies all that lies in it. */

const MOST_NESTED = 30;
const BRACKET = /\\[[\]\\]|[[\]【】]|\n[ \t]*\n/g;

/** Brackets in brackets, closed, deeper than anybody writes; what is never closed nests nothing. */
export function nestedBrackets(
  body: string,
): { line: number; message: string; fix: string } | undefined {
  // How deep it is within each bracket that is open.
  let open: number[] = [];
  for (const { 0: sign, index } of body.matchAll(BRACKET)) {
    if (sign.startsWith('\\')) continue;
    if (sign === '[' || sign === '【') open.push(0);
    else if (sign !== ']' && sign !== '】') open = [];
    else {
      const within = open.pop();
      if (within === undefined) continue;
      if (within >= MOST_NESTED) {
        return {
          line: body.slice(0, index).split('\n').length,
          message: `这里的方括号一层套一层，超过 ${MOST_NESTED} 层，读不了。`,
          fix: '是不是粘贴错了？链接和图片不要互相套着写，删掉多余的「[」「]」。',
        };
      }
      const last = open.length - 1;
      if (last >= 0) open[last] = Math.max(open[last] ?? 0, within + 1);
    }
  }
  return undefined;
}
