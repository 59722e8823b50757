/** Articles, their attachments, single pages and topics as sources of the search index: loaded one at a time, never all in memory. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentText, hasReadableText, keptName } from '../../attachments/attachment-text.ts';
import { forgetTexts } from '../../attachments/forget-texts.ts';
import { textIssue } from '../../attachments/text-issue.ts';
import type { KeptTexts } from '../../attachments/attachment-text.ts';
import { openTextReader } from '../../attachments/text-reader.ts';
import { readCsv } from '../../markdown/csv-table.ts';
import { factsAtHead } from '../../markdown/facts-at-head.ts';
import { inspectBody } from '../../markdown/inspect-body.ts';
import type { Article } from '../../model/article.ts';
import type { Issue } from '../../model/issue.ts';
import { isPast } from '../../model/official-document.ts';
import type { Page } from '../../model/page.ts';
import type { Topic } from '../../model/topic.ts';
import type { SearchDocument } from '../search-document.ts';
import { articlePath, attachmentPath, href, pagePath, topicPath } from '../../site/addresses.ts';
import { namedPath } from '../../model/named-path.ts';
import { offeredFiles, readBody } from '../../site/article-body.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import { day } from '../../site/dates.ts';
import { isConsulting, shortState } from '../../site/consultations.ts';
import { pastNotice } from '../../site/document-facts.ts';
import type { Site } from '../../site/site.ts';
import { sourceName } from '../../site/source-names.ts';
import { FILE_READERS } from '../../reading/content-memory.ts';
import type { ContentFiles } from '../../reading/content-memory.ts';
import type { SearchSource } from './search-index.ts';
import { PROJECT } from '../../system/project.ts';
import { shortHash } from './index-keys.ts';
import { sourceHash } from '../../system/source-hash.ts';

/** The sources, and what is to be told when those that are needed have been loaded. */
export interface SearchSources {
  sources: SearchSource[];
  /** Of which attachments the text cannot be searched. Ends what was needed for reading them. */
  finish(): Promise<Issue[]>;
}

interface Reading {
  files: ContentFiles;
  texts: KeptTexts;
}

/** @param files what is known of the bureau's files */
export function searchSources(
  { site }: CurrentSite,
  cacheFolder: string,
  files: ContentFiles,
): SearchSources {
  const version = sourceHash(PROJECT, FILE_READERS);
  const reading = { files, texts: { reader: openTextReader(), version, cacheFolder } };
  const sources: SearchSource[] = [];
  const attached: AttachedText[] = [];
  for (const article of site.content.articles) {
    sources.push(articleSource(site, article, files));
    if (!site.config.searchAttachments) continue;
    for (const name of offeredFiles(article).filter(hasReadableText)) {
      sources.push(attachmentSource(site, article, name, reading));
      attached.push({ article, name });
    }
  }
  sources.push(...site.content.pages.map((page) => pageSource(site, page)));
  sources.push(...site.content.topics.map((topic) => topicSource(site, topic)));
  return {
    sources,
    async finish() {
      reading.texts.reader.close();
      const names = attached.map(({ article, name }) => {
        const file = join(article.folder ?? '', name);
        return keptName(file, files.digest(file), version);
      });
      await forgetTexts(cacheFolder, names, new Date());
      return attached.flatMap(({ article, name }) => {
        const path = join(article.folder ?? '', name);
        const fault = files.fact(path, 'textFault');
        // What could not be looked through is told already, with the same remedy.
        const isTold = files.fact(path, 'words')?.fault !== undefined;
        return fault === undefined || isTold ? [] : [textIssue(article.file, name, fault)];
      });
    },
  };
}

interface AttachedText {
  article: Article;
  name: string;
}

function articleSource(site: Site, article: Article, files: ContentFiles): SearchSource {
  const common = commonFields(site, article);
  const tables = tableFiles(site, article);
  const url = href(site, articlePath(site, article));
  const state = consultationWords(site, article);
  return {
    id: article.id,
    date: common.date,
    key: shortHash([
      article.digest,
      url,
      state,
      JSON.stringify(common),
      ...tables.map((file) => files.digest(file)),
    ]),
    async load(): Promise<SearchDocument> {
      const { title, subtitle, format, file, attachments = [] } = article;
      const body = inspectBody(readBody(article), { format, file, firstLine: 1 });
      const { facts, text } = factsAtHead(body.text);
      const parts = [
        subtitle,
        text,
        ...(await Promise.all(tables.map(tableText))),
        ...attachments.map((attachment) => attachment.title),
        // A result shows the beginning of the text: numbers and offices come behind it.
        facts,
        documentWords(site, article),
        state,
        credits(site, article),
      ];
      const number = article.document?.number;
      const all = parts.filter((part) => part).join('\n');
      return { ...common, url, title, text: all, ...(number && { number }) };
    },
  };
}

function attachmentSource(
  site: Site,
  article: Article,
  name: string,
  { files, texts }: Reading,
): SearchSource {
  const common = commonFields(site, article);
  const file = join(article.folder ?? '', name);
  const digest = files.digest(file);
  const named = article.attachments?.find((attachment) => attachment.file === name);
  const facts = {
    ...common,
    url: href(site, attachmentPath(site, article, name)),
    title: named?.title ?? name,
    article: { url: href(site, articlePath(site, article)), title: article.title },
  };
  return {
    id: `${article.id}/${name}`,
    date: common.date,
    key: shortHash([digest, JSON.stringify(facts)]),
    async load() {
      const stats = statSync(file);
      const { text, fault } = await attachmentText(file, digest, texts);
      files.note(file, 'textFault', fault, stats);
      return { ...facts, text };
    },
  };
}

function commonFields(
  site: Site,
  { source, date, column, document }: Article,
): Pick<SearchDocument, 'columns' | 'source' | 'date' | 'validity'> {
  const columns = site.tree.node(column).chain.map(({ name }) => name);
  const validity = document && isPast(document) ? document.status : undefined;
  return {
    columns,
    source: sourceName(site, source),
    date: day(date),
    ...(validity && { validity: site.labels.document.validities[validity] }),
  };
}

/** What its page says of an official document beside the text, by which readers look for one. */
function documentWords({ labels }: Site, { document }: Article): string {
  if (!document) return '';
  const { number, index, issuer, theme } = document;
  const notice = pastNotice(labels, document)?.join('');
  const facts = [notice, number, index, labels.words.list(issuer), theme];
  return facts.filter(Boolean).join('\n');
}

/** 意见征集 征集中, by which readers look for what they can answer; its own text may have neither. */
function consultationWords(site: Site, article: Article): string {
  if (!isConsulting(article)) return '';
  return `${site.labels.consultation.consultation} ${shortState(site, article)}`;
}

/** Who wrote, edited and reviewed it, as its page says below the text. */
function credits({ labels }: Site, { author, editor, reviewers = [] }: Article): string {
  const names = [author, editor, ...reviewers].filter((name) => name !== undefined);
  return labels.words.list(names.filter((name) => name !== ''));
}

/** A single page: it has no date, column or source, and says what holds now. */
function pageSource(site: Site, page: Page): SearchSource {
  const { slug, file, title } = page;
  const body = readBody(page);
  const url = href(site, pagePath(site, page));
  return {
    // No article has such a name.
    id: `.${slug}`,
    date: '',
    key: shortHash([body, url, title]),
    async load() {
      const { text } = inspectBody(body, { format: 'md', file, firstLine: 1 });
      return { url, title, text, columns: [], source: '', date: '' };
    },
  };
}

/** A topic: its introduction and the names of its sections; the articles that it shows are found themselves. */
function topicSource(site: Site, topic: Topic): SearchSource {
  const { slug, file, title, summary, sections, digest } = topic;
  const url = href(site, topicPath(topic));
  const date = day(topic.date);
  return {
    // No article and no single page has such a name.
    id: `.${slug}/topic`,
    date,
    key: shortHash([digest, url]),
    async load() {
      const { text } = inspectBody(readBody(topic), { format: 'md', file, firstLine: 1 });
      const parts = [summary, text, ...sections.map((section) => section.title)];
      const all = parts.filter((part) => part).join('\n');
      return { url, title, text: all, columns: [], source: '', date };
    },
  };
}

/** The CSV files that the article's body shows as tables. */
function tableFiles({ content }: Site, { folder, references }: Article): string[] {
  return references
    .filter(({ table }) => table)
    .flatMap(({ target }) => namedPath(content.roots, folder, target) ?? []);
}

async function tableText(file: string): Promise<string> {
  const read = readCsv(await readFile(file));
  return 'rows' in read ? read.rows.map((row) => row.join(' ')).join('\n') : '';
}
