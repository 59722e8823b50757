/** How an article begins: with a title, or with a Word file and the photographs beside it. */
import type { DeskColumn, OpenArticle } from '../api.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { CANCEL, confirmed, dialogField } from './dialogs.ts';
import { element } from './element.ts';
import { lostCharacters } from './lost-characters.ts';
import { notice } from './notices.ts';

/** Undefined where nothing was begun. */
export async function newArticle(columns: readonly DeskColumn[]): Promise<OpenArticle | undefined> {
  const title = element('input');
  const column = columnSelect(columns);
  const answer = await confirmed({
    title: '新建稿件',
    content: [
      dialogField('标题', title, '可以先写个大概，以后再改。'),
      dialogField('栏目', column),
    ],
    choices: [
      CANCEL,
      {
        value: 'begin',
        words: '开始写',
        kind: 'main',
        refuse: () => {
          if (title.value.trim() === '') return '写上标题。';
          return column.value === '' ? '选一个栏目。' : undefined;
        },
      },
    ],
  });
  if (answer === undefined) return undefined;
  try {
    const begun = await deskApi.begin({ title: title.value.trim(), category: column.value });
    const lost = lostCharacters(title.value, begun.fields['title'] ?? '');
    if (lost !== '') notice('problem', `标题里看不见的字符（${lost}）去掉了，请核对标题。`);
    return begun;
  } catch (error) {
    notice('problem', `没有建成：${wordsOf(error)}`);
    return undefined;
  }
}

export function pickWordFiles(onPicked: (files: File[]) => void): void {
  const input = element('input', {
    type: 'file',
    multiple: true,
    accept: '.docx,.doc,.wps,image/*',
  });
  input.addEventListener('change', () => onPicked([...(input.files ?? [])]));
  input.click();
}

/** Each Word file becomes an article; photographs beside it come to the end of the first one's text. */
export async function importWord(
  files: readonly File[],
  columns: readonly DeskColumn[],
): Promise<OpenArticle | undefined> {
  const texts = files.filter(({ name }) => /\.(?:docx?|wps)$/iu.test(name));
  const pictures = files.filter(({ type }) => type.startsWith('image/'));
  if (texts.length === 0) {
    notice(
      'problem',
      '这里要一个 Word 文件（.docx）。照片可以和它一起拖进来；只放照片，先打开一篇稿件，拖到正文里。',
    );
    return undefined;
  }
  const column = columnSelect(columns);
  const names = [...texts, ...pictures].map(({ name }) => element('li', {}, name));
  const others = files.length - names.length;
  const answer = await confirmed({
    title: '导入 Word 文件',
    content: [
      element('ul', { className: 'names' }, ...names),
      others > 0
        ? element('p', {}, `另有 ${others} 个文件不是 Word 文件也不是照片，没有导入。`)
        : undefined,
      dialogField('放在哪个栏目', column),
    ],
    choices: [
      CANCEL,
      {
        value: 'import',
        words: '导入',
        kind: 'main',
        refuse: () => (column.value === '' ? '选一个栏目。' : undefined),
      },
    ],
  });
  if (answer === undefined) return undefined;
  return importAll(texts, pictures, column.value);
}

async function importAll(
  texts: readonly File[],
  pictures: readonly File[],
  category: string,
): Promise<OpenArticle | undefined> {
  let first: OpenArticle | undefined;
  const said: (string | HTMLElement)[] = [];
  for (const [index, file] of texts.entries()) {
    const place = texts.length > 1 ? `第 ${index + 1} 个，一共 ${texts.length} 个：` : '';
    const arrived = tellTime(`正在导入，${place}${file.name}`);
    try {
      const { article, notices } = await deskApi.importWord(file, category);
      // What follows is of this file.
      said.push(element('strong', {}, `「${file.name}」已经导入。`));
      said.push(
        ...notices.map(({ where = '', message }) =>
          where === '' ? message : `${where}：${message}`,
        ),
      );
      first ??= article;
      if (article === first && pictures.length > 0)
        first = await withPictures(article, pictures, said);
    } catch (error) {
      said.push(element('strong', {}, `「${file.name}」没有导入：${wordsOf(error)}`));
    } finally {
      arrived();
    }
  }
  const isPlain = said.length === texts.length && first !== undefined;
  notice(isPlain ? 'done' : 'problem', ...said.map((words) => element('p', {}, words)));
  return first;
}

/** Says what is going on, and how long it has taken. @returns what ends that */
function tellTime(words: string): () => void {
  const begun = Date.now();
  // The seconds are read out to nobody.
  const time = element('span', { attributes: { 'aria-hidden': 'true' } });
  notice('done', element('p', {}, words, time));
  const timer = setInterval(() => {
    time.textContent = `　已用 ${Math.round((Date.now() - begun) / 1000)} 秒`;
  }, 1000);
  return () => clearInterval(timer);
}

async function withPictures(
  article: OpenArticle,
  pictures: readonly File[],
  said: (string | HTMLElement)[],
): Promise<OpenArticle> {
  const marks: string[] = [];
  for (const picture of pictures) {
    try {
      marks.push((await deskApi.addFile(article.id, picture, picture.name)).markdown);
    } catch (error) {
      said.push(`「${picture.name}」没有放进来：${wordsOf(error)}`);
    }
  }
  const body = [article.body.trimEnd(), ...marks].join('\n\n');
  const now = await deskApi.open(article.id);
  return deskApi.save(article.id, now.etag, { fields: now.fields, body: `${body}\n` });
}

function columnSelect(columns: readonly DeskColumn[]): HTMLSelectElement {
  const select = element('select');
  const options = columns.map(({ category }) => element('option', { value: category }, category));
  if (options.length > 1) select.append(element('option', { value: '' }, '请选择'));
  select.append(...options);
  return select;
}
