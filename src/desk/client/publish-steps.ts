/** What takes a text to readers, tells them of a mistake, or takes it back; each is asked before it is done. */
import type { DeskFacts, OpenArticle } from '../api.ts';
import type { PublishAnswer, PublishAsked } from '../publish-api.ts';
import { backdated } from './backdated.ts';
import { isInFuture } from './beijing-time.ts';
import { SavedElsewhere, wordsOf, type PublishStep } from './desk-api.ts';
import { CANCEL, ask, confirmed, dialogField } from './dialogs.ts';
import { element } from './element.ts';
import { notice } from './notices.ts';
import { confirmedDespite, type IssueWays } from './reminders.ts';
import { sendWith } from './sending.ts';
import {
  isReviewed,
  LATER_NOTES,
  mayWrite,
  REVIEWED_NOTE,
  WAY_NOTES,
  wordsOfPublishing,
} from './states.ts';
import { titleLine } from './title-line.ts';

/** 200 characters are what a correction may have. */
const LONGEST_NOTE = 200;

/** Undefined where it was not done. */
export async function publish(
  article: OpenArticle,
  { publishing: facts, oldestDate }: DeskFacts,
  ways: IssueWays,
): Promise<PublishAnswer | undefined> {
  const { fields, review } = article;
  const date = fields['date'] ?? '';
  const later = isInFuture(date, Date.now()) ? `到 ${date} 才显示` : undefined;
  const early = backdated(date, article, { oldestDate });
  const words = wordsOfPublishing(article, facts);
  const answer = await confirmedDespite(article, ways, {
    title: `${words}这篇稿件？`,
    content: [
      factList([
        ['标题', fields['title'] ?? ''],
        ['栏目', fields['category'] ?? ''],
        ['发布日期', date],
        ['署名', isReviewed(article) ? '' : facts.person],
        ['审核', review?.approvals.map(({ role, by }) => `${role} ${by}`).join('，') ?? ''],
      ]),
      later && element('p', { className: 'strong' }, later),
      early === '' ? undefined : element('p', { className: 'strong' }, early),
      element('p', {}, (later === undefined ? WAY_NOTES : LATER_NOTES)[facts.way]),
    ],
    choices: [CANCEL, { value: 'publish', words, kind: 'main' }],
  });
  return answer === undefined ? undefined : step(article, 'publish', {});
}

export async function correct(
  article: OpenArticle,
  facts: DeskFacts,
  ways: IssueWays,
): Promise<PublishAnswer | undefined> {
  const { way } = facts.publishing;
  const note = await askNote({
    title: '更正',
    label: '原来哪里错了，现在是什么',
    help: '例如：第二段“12台”应为“21台”。读者在稿件开头和“更正记录”里看到这句话。',
    lead: `这里只写说明。正文里的错处${mayWrite(facts) ? '要自己改好，先改正文' : '请写稿的同志先改好'}，再写更正。`,
    words: '下一步',
  });
  if (note === undefined) return undefined;
  const told = isReviewed(article) ? REVIEWED_NOTE : WAY_NOTES[way];
  const answer = await confirmedDespite(article, ways, {
    title: '写上更正？',
    content: [titleLine(article), element('p', {}, `读者会看到：${note}`), element('p', {}, told)],
    choices: [CANCEL, { value: 'sure', words: '写上更正', kind: 'grave' }],
  });
  return answer === undefined ? undefined : step(article, 'correct', { note });
}

export async function withdraw(
  article: OpenArticle,
  { publishing: { way } }: DeskFacts,
): Promise<PublishAnswer | undefined> {
  const note = await askNote({
    title: '撤下',
    label: '为什么撤下',
    help: '读者看到这一句，例如：所附表格有误，正在核对。',
    lead: '撤下以后，这个网址还在，页面上只写着稿件已经撤下和撤下的原因；列表和搜索里不再有它。',
    words: '下一步',
  });
  if (note === undefined) return undefined;
  const isSure = await sure(
    article,
    '撤下这篇稿件？',
    [`读者会看到：${note}`, WAY_NOTES[way]],
    '撤下',
  );
  return isSure ? step(article, 'withdraw', { note }) : undefined;
}

export async function restore(
  article: OpenArticle,
  { publishing: { way } }: DeskFacts,
): Promise<PublishAnswer | undefined> {
  const isSure = await sure(
    article,
    '恢复发布这篇稿件？',
    [
      '原来的网址上，撤下的说明换回这篇稿件：标题、正文、图片、附件读者都看得到，列表和搜索里也又有它。要改的地方，恢复以前先改好。',
      article.isReviewedAgain ? '这个栏目的稿件要审：审过以后签发，读者才看到。' : WAY_NOTES[way],
    ],
    '恢复发布',
  );
  return isSure ? step(article, 'restore', {}) : undefined;
}

export async function hide(article: OpenArticle): Promise<PublishAnswer | undefined> {
  const isSure = await sure(
    article,
    '改回草稿？',
    ['到了日期也不会发布，除非再发布一次。'],
    '改回草稿',
  );
  return isSure ? step(article, 'hide', {}) : undefined;
}

async function step(
  article: OpenArticle,
  name: PublishStep,
  asked: PublishAsked,
): Promise<PublishAnswer | undefined> {
  try {
    const answer = await sendWith(article.id, article.etag, name, asked);
    const { liveUrl } = answer.article;
    const link =
      liveUrl === undefined
        ? undefined
        : element('a', { href: liveUrl, target: '_blank', rel: 'noopener' }, liveUrl);
    notice(
      'done',
      ...answer.done.map((words) => element('p', {}, words)),
      link && element('p', {}, '网址：', link),
    );
    return answer;
  } catch (error) {
    if (error instanceof SavedElsewhere) throw error;
    notice('problem', `没有办成：${wordsOf(error)}`);
    return undefined;
  }
}

interface AskedNote {
  title: string;
  label: string;
  help: string;
  lead: string;
  words: string;
}

function askNote({ title, label, help, lead, words }: AskedNote): Promise<string | undefined> {
  const note = element('textarea', { rows: 3 });
  const refuse = () => {
    const length = [...note.value.trim()].length;
    if (length === 0) return '写一句话再继续。';
    return length > LONGEST_NOTE ? `最多 ${LONGEST_NOTE} 字，现在 ${length} 字。` : undefined;
  };
  return confirmed({
    title,
    content: [element('p', {}, lead), dialogField(label, note, help)],
    choices: [CANCEL, { value: 'go', words, kind: 'main', refuse }],
  }).then((answer) =>
    answer === undefined ? undefined : note.value.trim().replaceAll(/\s*\n\s*/gu, ' '),
  );
}

async function sure(
  article: OpenArticle,
  title: string,
  texts: readonly string[],
  words: string,
): Promise<boolean> {
  const answer = await ask({
    title,
    content: [titleLine(article), ...texts.map((text) => element('p', {}, text))],
    choices: [CANCEL, { value: 'sure', words, kind: 'grave' }],
  });
  return answer === 'sure';
}

function factList(rows: [string, string][]): HTMLElement {
  const list = element('dl', { className: 'facts' });
  for (const [name, value] of rows)
    if (value !== '') list.append(element('dt', {}, name), element('dd', {}, value));
  return list;
}
