/** What an office file carries beside its text and its cells: copies of what it was made from, and what forms and drawings say. */
import type { FileWordsSink } from './file-words.ts';
import type { OfficeParts } from './office-parts.ts';

interface OtherPart {
  path: RegExp;
  where: string;
  isHidden: boolean;
  /** That it is there is told, whatever it says. */
  isTold?: boolean;
}

const OTHERS: readonly OtherPart[] = [
  { path: /^customXml\/item\d+\.xml$/i, where: '自定义数据', isHidden: true },
  { path: /^(?:word|xl)\/(?:charts|diagrams)\/[^/]+\.xml$/i, where: '图表', isHidden: false },
  { path: /^xl\/drawings\/drawing\d+\.xml$/i, where: '文本框', isHidden: false },
  {
    path: /^xl\/pivotCache\/pivotCache(?:Definition|Records)\d+\.xml$/i,
    where: '数据透视表里的原始数据',
    isHidden: true,
    isTold: true,
  },
  {
    path: /^xl\/externalLinks\/externalLink\d+\.xml$/i,
    where: '从别的工作簿带来的数据',
    isHidden: true,
    isTold: true,
  },
];
/** Pieces of one text: what is before and behind them belongs to it. */
const PIECES = new Set(['r', 't', 'v']);
/** Attributes that hold words: of a value in a cache, of a picture for those who do not see it. */
const VALUES = ['v', 'descr', 'title'];

export function otherParts(parts: OfficeParts, sink: FileWordsSink): void {
  for (const { path, where, isHidden, isTold } of OTHERS) {
    for (const part of parts.named(path)) {
      let text = '';
      const flush = (): void => {
        if (text.trim() !== '' && isTold) sink.hide(where);
        sink.add({ where, isHidden, text });
        text = '';
      };
      parts.walk(part, {
        open(_, attributes) {
          for (const name of VALUES) {
            text += attributes[name] ?? '';
            if (attributes[name] !== undefined) flush();
          }
        },
        text: (piece) => void (text += piece),
        close: (name) => (PIECES.has(name) ? undefined : flush()),
        isEnough: () => sink.isFull,
      });
      flush();
    }
  }
  linksAndNames(parts, sink);
}

/** Where links lead, and names of cells that may stand for words (名称). */
function linksAndNames(parts: OfficeParts, sink: FileWordsSink): void {
  const nothing = { text: () => undefined, close: () => undefined, isEnough: () => sink.isFull };
  for (const part of parts.named(/\/_rels\/[^/]+\.rels$/i)) {
    parts.walk(part, {
      ...nothing,
      open(_, attributes) {
        const { TargetMode, Target = '' } = attributes;
        if (TargetMode === 'External' && /^(?:tel|sms|mailto):/i.test(Target))
          sink.add({ where: '链接', isHidden: true, text: Target.replace(/^\w+:/, '') });
      },
    });
  }
  const book = parts.at('xl/workbook.xml');
  if (!book) return;
  let isName = false;
  parts.walk(book, {
    ...nothing,
    open: (name) => void (isName = name === 'definedName'),
    text: (text) => (isName ? sink.add({ where: '名称', isHidden: true, text }) : undefined),
  });
}
