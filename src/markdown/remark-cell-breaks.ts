/** `<br>` in a cell of a table: Markdown has no other way to begin a new line there. */
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import type { Code, Construct, Extension as SyntaxExtension, State } from 'micromark-util-types';

const BREAK = /^<br\s*\/?>$/i;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const LONGEST = '<br        />'.length;

/** The tag as MDX cannot read it: to MDX `<br>` is a component that never ends. */
const breakTag: Construct = {
  name: 'breakTag',
  tokenize(effects, ok, nok) {
    let tag = '';
    return start;

    function start(code: Code): State | undefined {
      effects.enter('htmlText');
      effects.enter('htmlTextData');
      return inside(code);
    }

    function inside(code: Code): State | undefined {
      if (code === null || code < 0 || tag.length > LONGEST) return nok(code);
      tag += String.fromCharCode(code);
      effects.consume(code);
      if (code !== GREATER_THAN) return inside;
      if (!BREAK.test(tag)) return nok;
      effects.exit('htmlTextData');
      effects.exit('htmlText');
      return ok;
    }
  },
};

const syntax: SyntaxExtension = { text: { [LESS_THAN]: breakTag } };

/** Reads the tag as a line break inside of tables; elsewhere it stays HTML. */
export function remarkCellBreaks(this: Processor): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified calls a plugin on its processor
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    { transforms: [breakCells] },
  ];
}

function breakCells(tree: Root): void {
  visit(tree, 'tableCell', (cell) => breakTags(cell));
}

function breakTags(parent: Parents): void {
  parent.children = parent.children.map((child): Nodes => {
    if (child.type === 'html' && BREAK.test(child.value))
      return { type: 'break', position: child.position };
    if ('children' in child) breakTags(child);
    return child;
  }) as PhrasingContent[];
}
