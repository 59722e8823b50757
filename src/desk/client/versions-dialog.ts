/** 历史版本: how an article was, what became of it since, and the way back. A part of the page that comes when it is asked for. */
import type { DeskFacts, OpenArticle } from '../api.ts';
import type { PublishAnswer } from '../publish-api.ts';
import type { ListedVersion, Restoring, VersionText } from '../version-api.ts';
import { beijing } from './beijing-time.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { ask, CANCEL, confirmed, dialogField, type Choice } from './dialogs.ts';
import { element, newId } from './element.ts';
import { notice } from './notices.ts';
import { isReviewed, wordsOfDone } from './states.ts';
import { versionComparison } from './version-comparison.ts';

type Done = PublishAnswer | undefined;

const NOW = 'now';

export async function versions(article: OpenArticle, facts: DeskFacts): Promise<Done> {
  try {
    return await chooseVersion(article, facts);
  } catch (error) {
    notice('problem', `没有办成：${wordsOf(error)}`);
    return undefined;
  }
}

/** Of two versions the earlier one is what was, whichever was chosen first. */
async function chooseVersion(
  article: OpenArticle,
  { me, publishing: { way } }: DeskFacts,
): Promise<Done> {
  const { id } = article;
  const { versions: listed, note } = await deskApi.versions(id);
  const all = listed.map((each) => ({ ...each, did: wordsOfDone(each.did, way) }));
  if (all.length === 0) {
    notice('done', '这篇稿件还没有以前的版本：保存以后就有了。');
    return undefined;
  }
  const texts = new Map<string, Promise<VersionText>>();
  const textOf = (key: string): Promise<VersionText> => {
    const text = texts.get(key) ?? deskApi.version(id, key);
    texts.set(key, text);
    return text;
  };
  const list = versionList(all, () => void show());
  const other = element('select');
  other.append(element('option', { value: NOW }, '现在的稿件'));
  for (const { key, ...told } of all) {
    other.append(element('option', { value: key }, wordsOfVersion(told)));
  }
  other.addEventListener('change', () => void show());
  const place = element('div', { className: 'version-text', tabIndex: 0 });
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', '两个版本的不同');
  place.setAttribute('aria-live', 'polite');

  async function show() {
    const order = [NOW, ...all.map(({ key }) => key)];
    const pair = [list.chosen().key, other.value];
    const [after = '', before = ''] = pair.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    const isShown = () => list.chosen().key === pair[0] && other.value === pair[1];
    try {
      const both = await Promise.all([textOf(before), textOf(after)]);
      if (isShown()) place.replaceChildren(versionComparison(...both));
    } catch (error) {
      texts.clear();
      if (isShown()) place.replaceChildren(element('p', {}, wordsOf(error)));
    }
  }

  void show();
  const isNow = () => (list.chosen().isNow ? '它就是现在的稿件。' : undefined);
  const restoring: Choice = { value: 'restore', words: '恢复这个版本', refuse: isNow };
  const answer = await ask({
    title: '历史版本',
    isWide: true,
    content: [
      element(
        'div',
        { className: 'versions' },
        element('div', {}, list.node, element('p', { className: 'help' }, note)),
        element(
          'div',
          {},
          dialogField('和它比的', other, '划掉的只有早的一版有，加下划线的只有晚的一版有。'),
          place,
        ),
      ),
    ],
    choices: [
      ...((me?.roles.includes('编辑') ?? true) ? [restoring] : []),
      { value: '', words: '关闭' },
    ],
  });
  if (answer !== 'restore') return undefined;
  const version = list.chosen();
  const { restoring: what } = await textOf(version.key);
  return what && restore(article, version, what);
}

async function restore(
  article: OpenArticle,
  version: ListedVersion,
  what: Restoring,
): Promise<Done> {
  const { saved, stays, gone } = what;
  const answer = await confirmed({
    title: '恢复这个版本？',
    content: [
      element('p', { className: 'strong' }, wordsOfVersion(version)),
      element('p', {}, '稿件换成这一版的文字。现在的文字留在“历史版本”里，还可以换回来。'),
      isReviewed(article) ? element('p', {}, '换了以后，以前的审核作废，要重新送审。') : undefined,
      'source' in saved
        ? element('p', {}, '两份里有一份的开头读不懂，所以整个文件都换，草稿、更正等各项也在内。')
        : undefined,
      stays.length > 0 ? element('p', {}, `不跟着换、照现在的：${stays.join('、')}。`) : undefined,
      gone.length > 0
        ? element('p', {}, '这些图片、附件已经不在了，要用的请重新放进来：')
        : undefined,
      element('ul', { className: 'names' }, ...gone.map((name) => element('li', {}, name))),
    ],
    choices: [CANCEL, { value: 'restore', words: '恢复', kind: 'main' }],
  });
  if (answer === undefined) return undefined;
  const now = await deskApi.save(article.id, article.etag, { ...saved, restores: true });
  notice('done', '已经恢复。');
  return { article: now, done: [] };
}

/** One of them is chosen: arrow keys go from one to the next. */
function versionList(versions: readonly ListedVersion[], onChoose: () => void) {
  const name = newId('version');
  const inputs = versions.map((_, index) =>
    element('input', { type: 'radio', name, checked: index === 0 }),
  );
  const labels = versions.map(({ at, by, did, isNow }, index) =>
    element(
      'label',
      {},
      inputs[index],
      element('span', { className: 'date' }, beijing(at)),
      element('span', {}, isNow ? `${did}（和现在一样）` : did),
      element('span', { className: 'soft' }, by),
    ),
  );
  const node = element(
    'fieldset',
    { className: 'version-list' },
    element('legend', {}, '版本（北京时间）'),
    ...labels,
  );
  node.addEventListener('change', onChoose);
  const chosen = (): ListedVersion => {
    const found = versions[inputs.findIndex(({ checked }) => checked)];
    if (!found) throw new Error('No version is chosen');
    return found;
  };
  return { node, chosen };
}

function wordsOfVersion({ at, by, did }: Omit<ListedVersion, 'key'>): string {
  return [beijing(at), did, by].filter(Boolean).join(' ');
}
