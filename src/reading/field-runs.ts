/** Runs of lines such as `title: …` in a body, with the signs around them that make front matter of them. */
import { DASHES } from './front-matter-markers.ts';
import { withoutInvisible } from '../model/invisible.ts';

/** Lines of fields that follow each other. */
export interface FieldRun {
  /** 0-based place in the body of its first line, that of the sign above it where there is one. */
  first: number;
  fields: { key: string; written: string; colon: string; isListed: boolean }[];
  /** A sign such as `---` or `+++` stands above, below. */
  isOpened: boolean;
  isClosed: boolean;
  isInCode: boolean;
  /** What readers see above it: nothing; a heading, a quotation, a picture; or a text. */
  behind: 'nothing' | 'signs' | 'text';
}

/** The key of a field, in quotation marks, bold, a list or a quotation too; `key = …` is TOML's. */
const FIELD =
  /^(?:>\s*)*([-*+][ \t\u3000]+)?["'*_`“”]{0,3}([\p{L}_]+)["'*_`“”]{0,3}[ \t\u3000]*([:：=])(?!\/\/|=)/u;
/** A comment, an item of a list, a line that belongs to the one above. */
const BELONGS = /^(?:#|-\s|[ \t\u3000\u00A0]|[\]}])/;
/** Signs that stand alone in a line, of any generator: `---`, `+++`, `* * *`, `---yaml`, JSON's brackets. */
const SIGN = /^(?:([-*_+=])(?:[ \t]*\1){2,}[ \t]*[a-z]*|[{}])$/i;
const FENCE = /^(?:`{3,}|~{3,})/;
const COMMENT = /^(?:<!--|\{\/\*)/;
const COMMENT_END = /-->|\*\/\}/;
/** A heading, a quotation, a picture in a line of its own. */
const BESIDE_TEXT = /^(?:#{1,6}(?:\s|$)|>|!\[[^\]]*\]\([^)]*\)$)/;
/** Signs and letters that an input method makes as wide as a Han character; the colon tells whose the line is. */
const WIDE = /[\uFF0A\uFF0B\uFF0D\uFF1C-\uFF5E]/g;
/** No key is longer, nor begins later. */
const LONGEST_KEY = 100;

/**
 * @param body LF line ends
 * @param isFrontMatter what it says is front matter counts as no text for what follows
 */
export function fieldRuns(body: string, isFrontMatter: (run: FieldRun) => boolean): FieldRun[] {
  const found: FieldRun[] = [];
  let behind: FieldRun['behind'] = 'nothing';
  let run: FieldRun | undefined;
  let fence: string | undefined;
  let isComment = false;

  const begin = (first: number, isOpened: boolean): FieldRun => ({
    first,
    fields: [],
    isOpened,
    isClosed: false,
    isInCode: fence !== undefined,
    behind,
  });
  const end = (): void => {
    if (!run || run.fields.length === 0) {
      run = undefined;
      return;
    }
    const isFound = isFrontMatter(run);
    if (isFound) found.push(run);
    behind = isFound && behind !== 'text' ? 'signs' : 'text';
    run = undefined;
  };

  for (const [place, line] of body.split('\n').entries()) {
    let words = wordsOf(line);
    if (isComment || (fence === undefined && COMMENT.test(words))) {
      isComment = !COMMENT_END.test(line);
      words = isComment ? '' : wordsOf(line.slice(line.search(COMMENT_END) + 3));
      if (words === '') continue;
    }
    if (FENCE.test(words) && (fence === undefined || words.startsWith(fence))) {
      end();
      // Code without fields is a text like any other.
      if (fence !== undefined && behind === 'nothing') behind = 'signs';
      fence = fence === undefined ? FENCE.exec(words)?.[0] : undefined;
    } else if (DASHES.test(words) || SIGN.test(words)) {
      if (run && run.fields.length > 0) {
        run.isClosed = true;
        end();
      } else {
        run ??= begin(place, true);
      }
    } else if (words === '') {
      // Below a gap there may be the text itself.
      if (run && !run.isOpened) end();
    } else {
      const [, list, key, colon = ''] = FIELD.exec(words) ?? [];
      if (key !== undefined) {
        run ??= begin(place, false);
        const written = withoutInvisible(line).trim();
        run.fields.push({ key, written, colon, isListed: list !== undefined });
      } else if (!run || !BELONGS.test(line)) {
        end();
        if (behind === 'nothing' && BESIDE_TEXT.test(words)) behind = 'signs';
        else if (!BESIDE_TEXT.test(words)) behind = 'text';
      }
    }
  }
  end();
  return found;
}

/** The beginning of a line as it is compared. */
function wordsOf(line: string): string {
  const seen = withoutInvisible(line.length > LONGEST_KEY ? line.slice(0, LONGEST_KEY) : line);
  return seen.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim();
}
