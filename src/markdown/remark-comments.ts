/**
 * A comment hides itself and no more: `<!-- 已核 -->各单位…`. CommonMark takes the rest of the line for HTML, and HTML is
 * not shown. Only for .md: MDX knows no such comments.
 */
import type { Processor } from 'unified';
import { htmlFlow } from 'micromark-core-commonmark';
import type { Code, Construct, Extension, State } from 'micromark-util-types';

/** What ends that which begins with `<!` or `<?`, the longest first. */
const ENDS: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** Whether a comment ends on its line and text follows: then it is a part of a paragraph. */
const textBehindComment: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let line = '';
    return start;

    function start(code: Code): State | undefined {
      effects.enter('data');
      return inside(code);
    }

    function inside(code: Code): State | undefined {
      if (line.length === 2 && line !== '<!' && line !== '<?') return nok(code);
      // Below zero: line ends, and the rest of a tab.
      if (code !== null && (code >= 0 || code === -2 || code === -1)) {
        line += code < 0 ? ' ' : String.fromCharCode(code);
        effects.consume(code);
        return inside;
      }
      effects.exit('data');
      return hasTextBehind(line) ? ok(code) : nok(code);
    }
  },
};

function hasTextBehind(line: string): boolean {
  const [begin = '', end = ''] = ENDS.find(([opening]) => line.startsWith(opening)) ?? [];
  const at = line.indexOf(end, begin.length);
  if (at === -1) return false;
  return /\S/.test(line.slice(at + end.length).replaceAll(/<!--.*?-->/g, ''));
}

const htmlBlock: Construct = {
  ...htmlFlow,
  name: 'htmlBlock',
  tokenize(effects, ok, nok) {
    return effects.check(textBehindComment, nok, htmlFlow.tokenize.call(this, effects, ok, nok));
  },
};

const comments: Extension = { flow: { 60: htmlBlock }, disable: { null: ['htmlFlow'] } };

/** Adds the syntax above to the parser. */
export function remarkComments(this: Processor): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified calls a plugin on its processor
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), comments];
}
