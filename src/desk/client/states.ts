/** Where an article stands and what can be done with it, in the words of the office. */
import type {
  ArticleState,
  DeskFacts,
  DeskIssue,
  ListedArticle,
  ListedReview,
  OpenArticle,
  PublishingFacts,
  ReviewStand,
} from '../api.ts';

type Way = PublishingFacts['way'];

const EVERYWHERE: Readonly<Record<ArticleState, string>> = {
  draft: '草稿',
  new: '未发布',
  changed: '已改未发',
  waiting: '没进主分支',
  unsent: '还没到网站',
  published: '已发布',
  scheduled: '定时',
  expired: '已过期',
  withdrawn: '已撤下',
  broken: '读不出来',
};
/** Who does not publish does not know what readers see: only what has left this machine, or lies on it. */
const WITHOUT_SITE: Readonly<Record<Exclude<Way, 'published'>, Partial<typeof EVERYWHERE>>> = {
  pushed: {
    new: '未提交',
    changed: '已改未提交',
    published: '已提交',
    withdrawn: '撤下已提交',
  },
  'kept-here': {
    new: '未存好',
    changed: '已改未存好',
    published: '已存本机',
    withdrawn: '撤下已存本机',
  },
};

/** Where an article stands, as far as this machine can know it: in the list, above the text, and wherever else it is said. */
export function wordsOfStanding(state: ArticleState, way: Way): string {
  return (way === 'published' ? undefined : WITHOUT_SITE[way][state]) ?? EVERYWHERE[state];
}

/** Those of the last weeks, as the list calls them. */
export const RECENT_WORDS: Readonly<Record<Way, string>> = {
  published: '最近发布',
  pushed: '最近提交',
  'kept-here': '最近存好',
};

/** What was done, as versions tell it: whoever only hands texts on has published nothing. */
export function wordsOfDone(did: string, way: Way): string {
  return did === '发布' ? PUBLISH_WORDS[way] : did;
}

/** What is said of each step that readers would see: when they do. */
export const WAY_NOTES: Readonly<Record<Way, string>> = {
  'kept-here': '稿件记在这台电脑上，还没有交出去。',
  pushed: '提交以后，由负责发布的电脑更新网站，更新以后读者才看得到。',
  published: '网站马上更新，更新好读者就看得到。',
};

/** The same, of an article whose column asks for a review. */
export const REVIEWED_NOTE = '写好以后要送审，审完、签发以后读者才看到。';

/** What is said of what comes at its time: what must run then. */
export const LATER_NOTES: Readonly<Record<Way, string>> = {
  'kept-here': '稿件记在这台电脑上，还没有交出去，到时候网站不会自己改。',
  pushed:
    '到时候由负责发布的电脑更新网站，那里要一直运行（npm run site，或者定时的流水线），请管理网站的同志确认。',
  published: '到时候写稿台开着就自动更新网站；关着的，下一次打开的时候更新。',
};

export const STAND_WORDS: Readonly<Record<ReviewStand, string>> = {
  none: '',
  writing: '没有送审',
  'in-review': '审核中',
  'sent-back': '退回',
  approved: '审完，等签发',
  ready: '等发布',
};

/** `等二审`: how a review stands in a list, where it says more than the article's own state. */
export function wordsOfReview({ stand, next }: ListedReview): string | undefined {
  if (stand === 'in-review') return `等${next ?? ''}`;
  return stand === 'none' || stand === 'writing' ? undefined : STAND_WORDS[stand];
}

/** What stands on the one button that lets a text leave the desk. */
const PUBLISH_WORDS: Readonly<Record<Way, string>> = {
  'kept-here': '保存到本机',
  pushed: '提交',
  published: '发布',
};

export const LEVEL_WORDS: Readonly<Record<DeskIssue['level'], string>> = {
  stop: '必须改',
  warn: '提醒',
  info: '提示',
};

/** What is reviewed is issued, whichever way it goes then. */
export function wordsOfPublishing(article: OpenArticle, { way }: PublishingFacts): string {
  if (article.state === 'unsent') return '再发一次';
  return isReviewed(article) ? '签发' : PUBLISH_WORDS[way];
}

/** As an article is called wherever staff see it; one that cannot be read is known by its file alone. */
export function wordsOfTitle({
  id,
  title,
  date,
  state,
}: Pick<ListedArticle, 'id' | 'title' | 'date' | 'state'>): string {
  if (title !== '') return title;
  if (state === 'broken') return id;
  return date === '' ? '没有标题' : `没有标题（${date.slice(0, 10)}）`;
}

/** The same of one that is open. */
export function titleOf({ id, state, fields }: OpenArticle): string {
  return wordsOfTitle({ id, state, title: fields['title'] ?? '', date: fields['date'] ?? '' });
}

/** Whether its column asks for a review; in an office others are handed to whoever publishes. */
export function isReviewed({ review }: Pick<OpenArticle, 'review'>): boolean {
  return review !== undefined && review.steps.length > 0;
}

/** Whether the one who is here may change texts: on one's own machine one may. */
export function mayWrite({ me }: Pick<DeskFacts, 'me'>): boolean {
  return me?.roles.includes('编辑') ?? true;
}

/** Readers have it, or had it. */
export function wasPublished(state: ArticleState): boolean {
  return state === 'published' || state === 'changed' || state === 'expired';
}

/** No reader has had it yet. */
export const isUnseen = (state: ArticleState): boolean =>
  ['draft', 'new', 'scheduled'].includes(state);

/** The day in its name, and so in its address, is not that of its date. */
export function isOfOtherDay({ id, fields, state }: OpenArticle): boolean {
  const day = (fields['date'] ?? '').slice(0, 10).replaceAll('-', '');
  return isUnseen(state) && /^\d{8}$/.test(day) && !id.startsWith(day);
}
