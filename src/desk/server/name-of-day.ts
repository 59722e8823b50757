/** The day in an article's name, which is in its address, is the day of its publication: until readers have seen it, it follows. */
import { relative } from 'node:path';
import { renameArticle } from '../../changes/rename-article.ts';
import { ledgerLines } from '../../changes/change.ts';
import type { ArticleFile, ReadArticle } from '../../model/article.ts';
import { articleFieldNames, articleSchema } from '../../model/article.ts';
import { plainForms } from '../../model/plain-forms.ts';
import type { SiteOptions } from '../../output/options.ts';
import { readFrontMatter } from '../../reading/front-matter.ts';
import { hiddenBecause } from '../../rules/cross-checks.ts';
import { nameAt } from '../../site/ledger/ledger-line.ts';
import { git } from '../../system/run-git.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { Refusal } from '../api.ts';
import { recordOf } from '../reviews/desk-reviews.ts';
import { idOfPath } from './article-path.ts';
import type { DeskSite } from './desk-site.ts';

type Roots = SiteOptions['roots'];

/** @returns the article's name from now on */
export async function renameToDay(
  { place, text }: ReadArticle,
  { standing, now }: DeskSite,
  roots: Roots,
): Promise<{ id: string } | Refusal> {
  const day = (text.date ?? '').slice(0, 10).replaceAll('-', '');
  const wanted = place.id.replace(/^\d{8}/, day);
  if (day === '') return { message: '没有写发布日期。', fix: '请先写发布日期。' };
  if (wanted === place.id) return { id: place.id };
  if (await wasSeen(place.path, place.id, now, roots)) {
    return {
      message: '读者已经看到过这篇稿件，名称不能改，网址会变。',
      fix: `请把发布日期改回名称里的那一天。`,
    };
  }
  const change = await renameArticle(standing, roots, place.id, wanted);
  if ('problem' in change)
    return { message: change.problem, fix: '请在标题里加几个字，另建一篇。' };
  await writeTogether(change.files);
  return { id: wanted };
}

/** Where an article lay by the names of other days, of which readers saw none. @returns absolute paths that git still knows */
export async function formerPlaces(
  place: ArticleFile,
  now: string,
  roots: Roots,
): Promise<string[]> {
  const { content } = roots;
  const gone = await git(content, ['ls-files', '-z', '--deleted', '--', 'articles']).catch(
    () => '',
  );
  const rest = place.id.slice(8);
  const found: string[] = [];
  for (const name of gone.split('\0')) {
    const id = idOfPath(name);
    if (id === undefined || id === place.id || id.slice(8) !== rest) continue;
    const path = `${content}/${name}`;
    const isText = /\.mdx?$/.test(name);
    if (isText && (await wasSeen(path, id, now, roots))) return [];
    found.push(path, recordOf(content, { ...place, id, path }));
  }
  return found;
}

/** Whether readers have had it, by the ledger of addresses and by what is committed. */
async function wasSeen(path: string, id: string, now: string, roots: Roots): Promise<boolean> {
  if (ledgerLines({ roots }, (line) => nameAt(line) === id).length > 0) return true;
  const { content } = roots;
  const committed = await git(content, ['show', `HEAD:./${relative(content, path)}`]).catch(
    () => undefined,
  );
  if (committed === undefined) return false;
  const { data } = readFrontMatter(committed, path, articleFieldNames);
  const plain = plainForms(data ?? {});
  const draft = articleSchema.shape.draft.safeParse(plain['draft']).data;
  const date = articleSchema.shape.date.safeParse(plain['date']).data;
  const why = hiddenBecause({ ...(draft && { draft }), ...(date !== undefined && { date }) }, now);
  return why !== 'draft' && why !== 'future';
}
