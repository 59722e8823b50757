/** 撤下: the page stays and says so; of what is not there any more, a page is made that does. */
import { join } from 'node:path';
import { LONGEST_NOTE } from '../model/article.ts';
import type { PlacedArticle } from '../model/article.ts';
import { isArticleName, yearOf } from '../model/article-name.ts';
import { newArticle } from '../reading/new-article.ts';
import { pathAsStaffSeeIt } from '../reading/staff-path.ts';
import { articlePath, href } from '../site/addresses.ts';
import { isArticleOwner, nameAt } from '../site/ledger/ledger-line.ts';
import { liveAddresses } from '../site/ledger/live-addresses.ts';
import { allArticles, ledgerLines, withLedger } from './change.ts';
import type { Change, Refused, StandingSite } from './change.ts';
import { dayProblem } from './correct-article.ts';
import { editFields } from './edit-fields.ts';
import type { FieldEdit } from './edit-fields.ts';
import { findArticle, nameWritten } from './find-article.ts';
import { publishedLines } from './move-article.ts';
import { noteProblem } from './note-problem.ts';

export interface Withdrawal {
  reason: string;
  /** `YYYY-MM-DD`, or with a time. */
  date: string;
}

/** @param written an article's name or address, or the address of a single page or a file that is gone: `/about/` */
export async function withdraw(
  standing: StandingSite,
  written: string,
  withdrawal: Withdrawal,
): Promise<Change | Refused> {
  const name = nameWritten(written);
  const article = allArticles(standing).find(({ id }) => id === name);
  if (written.startsWith('/') && !isArticleName(name)) return withdrawAddress(standing, written);
  const { reason, date } = withdrawal;
  const wrong =
    noteProblem('--reason', reason, LONGEST_NOTE) ?? dayProblem(standing, article?.date, date);
  if (wrong) return { problem: wrong };
  return article
    ? withdrawArticle(standing, article, withdrawal)
    : withdrawLost(standing, name, withdrawal);
}

async function withdrawArticle(
  standing: StandingSite,
  article: PlacedArticle,
  { reason, date }: Withdrawal,
): Promise<Change | Refused> {
  const { site } = standing;
  const { id, file, path } = article;
  if (article.withdrawn) return { problem: `稿件「${id}」${article.withdrawn.date} 已经撤下。` };
  const edits: FieldEdit[] = [
    // A draft has no page at all.
    ...(article.draft === undefined ? [] : [{ field: 'draft', value: undefined } as const]),
    { field: 'withdrawn', value: { date, reason } },
  ];
  const edited = await editFields(article, edits);
  if ('problem' in edited) return edited;
  return withLedger(standing, publishedLines(standing, article), {
    files: [{ path, text: edited.text }],
    told: [`${file}：${date} 撤下，原因：${reason}`],
    addresses: [{ from: href(site, articlePath(site, article)), to: undefined }],
  });
}

/** An article whose text is gone: the ledger knows where it was. */
function withdrawLost(
  standing: StandingSite,
  name: string,
  { reason, date }: Withdrawal,
): Change | Refused {
  const { site, roots } = standing;
  const lines = ledgerLines(
    standing,
    (line) => nameAt(line) === name && isArticleOwner(line.owner),
  );
  const address = lines.at(-1)?.address;
  if (address === undefined) {
    const found = findArticle(standing, name);
    return 'problem' in found ? found : { problem: `稿件「${name}」没有发布过，删掉就可以。` };
  }
  const slug = address.split('/').at(-4) ?? '';
  const columns = site.content.columns.filter(({ kind }) => kind === 'list');
  const column = columns.find((each) => each.slug === slug) ?? columns[0];
  if (!column) return { problem: '一个放稿件的栏目也没有，说明页没有地方放。' };
  const day = `${name.slice(0, 4)}-${name.slice(4, 6)}-${name.slice(6, 8)}`;
  const category =
    columns.filter((each) => each.name === column.name).length > 1 ? column.slug : column.name;
  const text = newArticle({
    title: '已经撤下的稿件',
    source: site.config.sponsor,
    date: day,
    category,
    withdrawn: { date, reason },
  });
  const path = join(roots.content, 'articles', yearOf(name), `${name}.md`);
  const file = pathAsStaffSeeIt(roots.content)(path);
  return {
    files: [{ path, text }],
    told: [`${file}：新建，${date} 撤下，原因：${reason}`],
    addresses: [{ from: href(site, address.slice(1)), to: undefined }],
  };
}

/** What is no article: nothing but 410 is left of it. */
function withdrawAddress(standing: StandingSite, written: string): Change | Refused {
  const { site } = standing;
  const address =
    site.base !== '/' && written.startsWith(site.base)
      ? written.slice(site.base.length - 1)
      : written;
  const [line] = ledgerLines(standing, (each) => each.address === address);
  if (!line) return { problem: `「${address}」没有发布过：地址清单里没有它。` };
  if (liveAddresses(site)(address)) {
    return { problem: `「${address}」还在网站上：先删掉它的文件，再运行这条命令。` };
  }
  if (line.owner === 'withdrawn') return { problem: `「${address}」已经撤下了。` };
  return withLedger(standing, [{ address, owner: 'withdrawn', mark: '' }], {
    files: [],
    told: [],
    addresses: [{ from: href(site, address.slice(1)), to: undefined }],
  });
}
