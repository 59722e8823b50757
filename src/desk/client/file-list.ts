/** The files beside an article, and those that its text does not name. */
import type { BesideFile } from '../files-api.ts';
import { button, element } from './element.ts';

export interface BesideFiles {
  node: HTMLElement;
  show(files: readonly BesideFile[]): void;
}

/**
 * @param insert puts a file into the text
 * @param crop asks which part of a picture is kept
 * @param remove takes away a file that the text does not name
 */
export function fileList(
  insert: (file: BesideFile) => void,
  crop: (name: string) => void,
  remove: (name: string) => void,
  isReadOnly: boolean,
): BesideFiles {
  const summary = element('summary');
  const list = element('ul', { className: 'files' });
  const node = element('details', { className: 'file-list' }, summary, list);
  return {
    node,
    show(files) {
      const unused = files.filter(({ isUsed }) => !isUsed).length;
      node.hidden = files.length === 0;
      summary.textContent = `图片和附件 ${files.length} 个${unused > 0 ? `，${unused} 个没有用到` : ''}`;
      list.replaceChildren(
        ...files.map((file) =>
          element(
            'li',
            {},
            element('span', { className: 'file-name' }, file.name),
            element(
              'span',
              { className: 'soft' },
              `${file.isPicture ? '图片' : '附件'}，${sizeOf(file.size)}`,
            ),
            file.isUsed
              ? element('span', { className: 'soft' }, '已用')
              : isReadOnly
                ? undefined
                : button('放进正文', () => insert(file), { className: 'quiet' }),
            file.isPicture && !isReadOnly
              ? button('裁剪和旋转', () => crop(file.name), { className: 'quiet' })
              : undefined,
            file.isUsed || isReadOnly
              ? undefined
              : button('删除', () => remove(file.name), { className: 'quiet' }),
          ),
        ),
      );
    },
  };
}

/** `2.4 MB`, as Windows counts. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 ** 2
    ? `${Math.round(bytes / 1024)} KB`
    : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
