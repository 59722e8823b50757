/** A component as a small form: what may be written into it, by the component's own list. */
import { bodyComponents } from '../../../markdown/components.ts';
import { areWords, readCard } from '../../editor/component-source.ts';
import type { CardPart } from '../../editor/component-source.ts';
import { emptyComponent, writeCard } from '../../editor/write-component.ts';
import type { PartChange } from '../../editor/write-component.ts';
import type { BesideFile } from '../../files-api.ts';
import { CANCEL, confirmed, dialogField } from '../dialogs.ts';
import { element } from '../element.ts';

type Files = readonly BesideFile[];

/** What a new component is to be, as source; undefined after 取消. */
export async function askNewCard(files: Files): Promise<string | undefined> {
  const kind = element('select');
  for (const [name, { title }] of bodyComponents)
    kind.append(element('option', { value: name }, title));
  const answer = await confirmed({
    title: '插入组件',
    content: [dialogField('哪一种', kind, '视频、下载框、数据表格要先把文件放进来（“附件”）。')],
    choices: [CANCEL, { value: 'next', words: '下一步', kind: 'main' }],
  });
  return answer && askCard(emptyComponent(kind.value), files);
}

/** Another source of the same card; undefined after 取消. @param source one that can be read */
export async function askCard(source: string, files: Files): Promise<string | undefined> {
  let now = source;
  for (;;) {
    const asked = await askOnce(now, files);
    if (!asked?.isMore) return asked?.source;
    // One more picture in a row of them.
    const end = asked.source.lastIndexOf('</');
    now = `${asked.source.slice(0, end)}${emptyComponent('Picture')}\n${asked.source.slice(end)}`;
  }
}

interface PartForm {
  node: HTMLElement;
  value(): PartChange;
  problem(): string | undefined;
}

async function askOnce(
  source: string,
  files: Files,
): Promise<{ source: string; isMore: boolean } | undefined> {
  const parts = readCard(source);
  const [first] = parts ?? [];
  if (!parts || first?.kind !== 'component') return undefined;
  const forms = parts.map((part) =>
    part.kind === 'words' ? wordsForm(part) : tagForm(part, files),
  );
  const answer = await confirmed({
    title: '组件',
    content: forms.map(({ node }) => node),
    choices: [
      CANCEL,
      ...(first.name === 'PictureRow' ? [{ value: 'more', words: '再加一张' }] : []),
      {
        value: 'save',
        words: '确定',
        kind: 'main',
        refuse: () => forms.map(({ problem }) => problem()).find((words) => words !== undefined),
      },
    ],
  });
  if (answer === undefined) return undefined;
  const changes = forms.map((form) => form.value());
  return { source: writeCard(source, parts, changes), isMore: answer === 'more' };
}

function wordsForm({ words }: Extract<CardPart, { kind: 'words' }>): PartForm {
  const area = element('textarea', { rows: 5, value: words });
  return {
    node: dialogField('里面的文字', area, '空一行分段；写法和“源文件”里一样。'),
    value: () => area.value,
    problem: () =>
      areWords(area.value)
        ? undefined
        : '文字里不能有尖括号、花括号、反引号和反斜杠。要用它们，请在“源文件”里写。',
  };
}

function tagForm(part: Extract<CardPart, { kind: 'component' }>, files: Files): PartForm {
  const { title = '', attributes = new Map() } = bodyComponents.get(part.name) ?? {};
  const written = new Map(part.attributes.map(({ name, value }) => [name, value]));
  const fields = [...attributes].map(([name, { label, names, required }]) => {
    const value = written.get(name) ?? '';
    const offered = names && files.filter((file) => names !== 'picture' || file.isPicture);
    const input = offered ? fileSelect(offered, value) : element('input', { value });
    const help = required ? undefined : '没有就不填。';
    return { name, label, required, input, node: dialogField(label, input, help) };
  });
  return {
    node: element(
      'fieldset',
      { className: 'field' },
      element('legend', {}, title),
      ...fields.map(({ node }) => node),
    ),
    value: () => Object.fromEntries(fields.map(({ name, input }) => [name, input.value])),
    problem() {
      const empty = fields.find(({ required, input }) => required && input.value.trim() === '');
      return empty && `${title}：填上“${empty.label}”。`;
    },
  };
}

/** One of the files beside the article, or the one that is written there already. */
function fileSelect(files: Files, value: string): HTMLSelectElement {
  const names = files.map(({ name }) => name);
  if (value !== '' && !names.includes(value)) names.push(value);
  const options = names.map((name) => element('option', { value: name }, name));
  const select = element('select', {}, element('option', { value: '' }, '请选择'), ...options);
  select.value = value;
  return select;
}
