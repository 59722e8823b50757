/** Gives the names in a body their meaning on the site: pictures, files, links, videos, tables of numbers. */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { BodyContext } from './body-context.ts';
import { csvSections } from './csv-sections.ts';
import { readCsv } from './csv-table.ts';
import { fileType, formatBytes, savedAs, secondsInWords } from './file-label.ts';
import { pathBelow, withBase } from '../model/base-path.ts';
import { decodePath, linkKind, mayBePublished, splitFileAddress } from '../model/link-kind.ts';
import { labelCells } from './label-cells.ts';
import { isOutbound } from './outbound.ts';
import { showPicture } from './show-picture.ts';

/**
 * A rehype plugin made from a context. A name that `files` does not know is left as written: the checks have reported
 * it, and the dev server should still show the page.
 */
export function rehypeResolve(context: BodyContext): (tree: Root) => Promise<void> {
  return async (tree) => {
    const elements: Element[] = [];
    visit(tree, 'element', (element) => {
      elements.push(element);
      // A picture that was resolved before is complete.
      return element.tagName === 'picture' ? SKIP : undefined;
    });
    let isFirst = true;
    for (const element of elements) {
      if (element.tagName === 'img') {
        const picture = await pictureOf(element, 'src', context);
        if (!picture) {
          dropUnsafe(element, 'src');
          continue;
        }
        showPicture(element, picture, isFirst);
        isFirst = false;
      } else {
        await RESOLVERS.get(element.tagName)?.(element, context);
      }
    }
  };
}

type Resolver = (element: Element, context: BodyContext) => Promise<void>;

const RESOLVERS: ReadonlyMap<string, Resolver> = new Map([
  ['a', resolveAnchor],
  ['video', resolveVideo],
  ['track', resolveTrack],
  ['span', fillFacts],
  ['table', fillTable],
]);

function resolveAnchor(anchor: Element, context: BodyContext): Promise<void> {
  return anchor.properties['dataDownload'] === undefined
    ? resolveLink(anchor, context)
    : fillDownloadBox(anchor, context);
}

async function resolveLink(
  link: Element,
  { files, base, hiddenLinks = [], ...hosts }: BodyContext,
): Promise<void> {
  const { href } = link.properties;
  if (typeof href !== 'string') return;
  const kind = linkKind(href);
  if (!mayBePublished(kind)) {
    delete link.properties['href'];
  } else if (kind === 'web' && isOutbound(href, hosts)) {
    link.properties['rel'] = ['noopener', 'noreferrer', 'external'];
    link.properties['dataOutbound'] = true;
  } else if (kind === 'page' && hiddenLinks.includes(splitFileAddress(href).target)) {
    link.tagName = 'span';
    link.properties = {};
  } else if (kind === 'page') {
    link.properties['href'] = withBase(base, pathBelow(base, href));
  } else if (kind === 'file') {
    const { target, fragment } = splitFileAddress(href);
    const file = await files.file(target);
    if (file) link.properties['href'] = file.url + fragment;
    else if (href.startsWith('/')) link.properties['href'] = withBase(base, pathBelow(base, href));
  }
}

/** `<a data-download="x.docx">title</a>` → the title with the file's kind and size. */
async function fillDownloadBox(link: Element, { files, labels }: BodyContext): Promise<void> {
  const file = await files.file(fileName(link, 'dataDownload'));
  if (!file) return;
  delete link.properties['dataDownload'];
  Object.assign(link.properties, { href: file.url, download: savedAs(file.name) });
  link.children = [
    span('download-title', link.children),
    span('download-facts', [
      {
        type: 'text',
        value: `${fileType(labels.files, file.name)}${labels.words.comma}${labels.words.figure(formatBytes(file.size))}`,
      },
    ]),
  ];
}

function span(className: string, children: Element['children']): Element {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children };
}

async function resolveVideo(video: Element, context: BodyContext): Promise<void> {
  const file = await context.files.file(fileName(video, 'src'));
  if (file) video.properties['src'] = file.url;
  else dropUnsafe(video, 'src');
  const poster = await pictureOf(video, 'poster', context);
  if (!poster) return dropUnsafe(video, 'poster');
  const { src, width, height } = poster;
  Object.assign(video.properties, { poster: src, width, height });
}

/** Captions, which are in the site's language. */
async function resolveTrack(track: Element, { files, labels }: BodyContext): Promise<void> {
  Object.assign(track.properties, { srcLang: labels.language.tag, label: labels.body.captions });
  const file = await files.file(fileName(track, 'src'));
  if (file) track.properties['src'] = file.url;
  else dropUnsafe(track, 'src');
}

/** Before a video is loaded, what it will cost: （时长2分5秒，12.5 MB）. */
async function fillFacts(facts: Element, { files, labels }: BodyContext): Promise<void> {
  if (facts.properties['dataFacts'] === undefined) return;
  const file = await files.file(fileName(facts, 'dataFacts'));
  delete facts.properties['dataFacts'];
  if (!file) return;
  const { words, files: kinds } = labels;
  const length =
    file.seconds === undefined ? [] : [kinds.plays(secondsInWords(kinds, file.seconds))];
  const value = words.aside([...length, words.figure(formatBytes(file.size))].join(words.comma));
  facts.children = [{ type: 'text', value }];
}

/** What was not found stays as written, but not where a browser would go somewhere else with it. */
function dropUnsafe(element: Element, attribute: string): void {
  if (!mayBePublished(linkKind(fileName(element, attribute)))) delete element.properties[attribute];
}

/** The picture that an attribute names; undefined for one of another site, too. */
async function pictureOf(element: Element, attribute: string, { files }: BodyContext) {
  const address = fileName(element, attribute);
  return linkKind(address) === 'file' ? files.picture(address) : undefined;
}

async function fillTable(table: Element, { files }: BodyContext): Promise<void> {
  if (table.properties['dataCsv'] === undefined) return;
  const file = fileName(table, 'dataCsv');
  const bytes = await files.bytes(file);
  if (bytes === undefined) return;
  delete table.properties['dataCsv'];
  const read = readCsv(bytes);
  if (!('rows' in read)) throw new Error(`Cannot read the table ${file}`);
  table.children.push(...csvSections(read.rows));
  labelCells(table);
}

/** The file that an attribute names, as it stands on disk. */
function fileName(element: Element, attribute: string): string {
  return decodePath(String(element.properties[attribute] ?? ''));
}
