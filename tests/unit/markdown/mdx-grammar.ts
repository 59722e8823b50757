/** Bodies of .mdx articles by a grammar: what staff write, what attackers write, and every mixture of the two. */
import type { Random } from '../../support/random.ts';

/** @param program an expression that leaves a trace when it is run */
export function mdxBody(random: Random, program: string): string {
  const one = (...choices: readonly (() => string)[]): string => random.pick(choices)();
  const word = (...choices: readonly string[]): string => random.pick(choices);
  const maybe = (make: () => string): string => (random.next() < 0.4 ? make() : '');
  const several = (most: number, make: () => string, between = ''): string =>
    Array.from({ length: random.between(1, most) }, make).join(between);

  const space = (): string => word('', ' ', '\n', '\t', '  ', '\u3000', '\u00a0', '\n\n');
  const prose = (): string =>
    word(
      ...'供暖¦2026年¦**加粗**¦*斜*¦张**、李**¦`代码`¦\\{¦\\<¦&lt;b&gt;¦&#123;¦~~删~~'.split('¦'),
    ) + word('', '，', '。', '*/', '/*', '//', '-->', '\u2028', '&amp;', '\\u{61}', '$', '`', '\\');
  const comment = (): string =>
    word(
      ...'/* 备注 */¦/**/¦/* { */¦/* } */¦/* a\nb */¦// 备注\n¦/* */ /* */¦/* `${ */¦/* " */'.split(
        '¦',
      ),
    );
  const code = (): string =>
    one(
      () => program,
      () => `(${program})`,
      () => `\`\${${program}}\``,
      () => `"" + ${program}`,
      () => `{ ...${program} }`,
      () => `[${program}]`,
      () => `(() => ${program})()`,
      () => `tag\`${word('a', '}', '{')}\``,
      () => `/${word('}', 'a', '\\}', '[}]')}/`,
      () => `<script>{${program}}</script>`,
      () => `<b.c {...${program}} />`,
      () => `<></>`,
      () => word(...'props¦globalThis¦import.meta¦this¦undefined¦2026¦true¦null¦1n'.split('¦')),
      () => word('"甲"', "'乙'", '`丙`', '"<script>"', '"a" /* b */', '("a")', '"a", "b"'),
    );
  const expression = (): string =>
    one(
      () => `{${comment()}}`,
      () => `{${space()}${comment()}${space()}}`,
      () => `{${comment()}${space()}${code()}${space()}${comment()}}`,
      () => `{${maybe(comment)}${code()}}`,
      () => `{${word('"甲"', "'乙'", '/* */ "丙"')}}`,
      () => word('{}', '{ }', '{', '}', '{{}}', '\\{', '{…}', '{见附件}'),
      () => `{${expressionOnce()}}`,
    );
  const expressionOnce = (): string => `{${code()}}`;
  const value = (): string =>
    one(
      () =>
        word(
          '"1.jpg"',
          "'2.jpg'",
          '"a.docx"',
          '"会场"',
          '"数据.csv"',
          '"&#106;avascript:x"',
          '"java&#10;script:x"',
        ),
      () =>
        word(
          '"javascript:alert(1)"',
          '"//evil.example"',
          '"data:text/html,x"',
          '"../../a"',
          '"&quot; onload=x"',
          '"<script>"',
        ),
      () => `{${code()}}`,
      () => `{${comment()}}`,
      () => word('甲', '“1.jpg”', '""', '{"甲"}'),
    );
  const attribute = (): string =>
    one(
      () => `${word('src', 'alt', 'title', 'file', 'caption', 'poster')}=${value()}`,
      () =>
        `${word('src', 'alt', 'title', 'file', 'caption', 'poster')}="${word('1.jpg', '甲', '1.mp4', 'a.csv', '<b>')}"`,
      () =>
        `${word('set:html', 'set:text', 'is:raw', 'client:load', 'client:only', 'server:defer', 'define:vars', 'class:list', 'transition:name', 'slot', 'style', 'class', 'id', 'children', 'components', 'key', 'ref', 'onclick', 'onerror', 'dangerouslySetInnerHTML', 'constructor', '__proto__', 'xlink:href')}=${value()}`,
      () => word('title', 'alt', 'set:html', 'is:raw', 'server:defer', 'slot'),
      () => `{...${code()}}`,
      () => `{...{"set:html":"<script>x</script>"}}`,
    );
  const name = (): string =>
    one(
      () => word('Callout', 'PictureRow', 'Picture', 'Video', 'DownloadBox', 'CsvTable'),
      () => word('Callout', 'PictureRow'),
      () =>
        word(
          ...'script¦style¦iframe¦a¦b¦div¦img¦svg¦object¦form¦input¦meta¦base¦title¦template'.split(
            '¦',
          ),
        ),
      () =>
        word(
          ...'Fragment¦React.Fragment¦props.components¦a.b¦svg:script¦x-y¦¦_components.p¦MDXLayout¦constructor¦Content'.split(
            '¦',
          ),
        ),
    );
  const good = (): string =>
    word(
      '<Picture src="1.jpg" alt="会场" />',
      '<Video src="1.mp4" poster="1.jpg" title="片" />',
      '<DownloadBox file="附件1.docx" title="表" />',
      '<CsvTable file="data.csv" caption="表" />',
      '<Callout title="提示">\n\n好\n\n</Callout>',
      '<Callout>好</Callout>',
      '<PictureRow>\n\n![甲](1.jpg)\n\n</PictureRow>',
      '<Picture src="1.jpg" alt="&lt;script&gt;x&lt;/script&gt;" />',
      `<Callout title="{${program}}">${word('好', '{/* 备注 */}', '**甲**')}</Callout>`,
    );
  const component = (): string => {
    const tag = name();
    const attributes = maybe(() => ` ${several(3, attribute, word(' ', '\n  '))}`);
    return one(
      () => `<${tag}${attributes} />`,
      () => `<${tag}${attributes}>${inline()}</${tag}>`,
      () => `<${tag}${attributes}>\n\n${inline()}\n\n</${tag}>`,
      () => `<${tag}${attributes}>`,
      () => `</${tag}>`,
    );
  };
  const link = (): string => {
    const address = word(
      'javascript:alert(1)',
      'https://www.gov.cn/',
      '1.jpg',
      '附件1.docx',
      'data:text/html,x',
      '//evil.example/',
      '/tzgg/',
      '<java\tscript:x>',
      'JAVASCRIPT&colon;x',
      'vbscript:x',
      'https:evil.example',
      '\\\\evil.example',
      'mailto:a@b.cn',
      `{${program}}`,
    );
    return one(
      () => `[甲](${address})`,
      () => `![甲](${address})`,
      () => `<${address}>`,
      () => `[甲][乙]\n\n[乙]: ${address}`,
      () => `[甲](${address} "{${program}}")`,
    );
  };
  const comments = (): string =>
    word('<!-- 甲 -->', '<!-- -->', '<!DOCTYPE html>', '<?php x ?>', '<![CDATA[x]]>');
  const inline = (): string =>
    several(4, () =>
      one(prose, prose, prose, expression, expression, component, good, link, comments),
    );
  const module = (): string =>
    one(
      () => `export const a = ${code()}`,
      () => `export\nconst a = ${program}`,
      () => `export default ${code()}`,
      () => `export default ({children}) => ${program}`,
      () => `export {a as default}\nconst a = 1`,
      () => `export const {x = ${program}} = {}`,
      () => `export * from "node:fs"`,
      () => `export { default } from "./x.astro"`,
      () => `import "data:text/javascript,${program}"`,
      () => `import a from "node:fs"\n\n{a}`,
      () => `import(${program})`,
      () => `export const components = {p: "script", h2: "iframe", wrapper: () => ${program}}`,
      () => `export const frontmatter = {layout: "./x.astro"}`,
      () => `/* a */ export const a = ${program}`,
    );
  const block = (): string =>
    one(
      inline,
      inline,
      inline,
      good,
      expression,
      component,
      module,
      () => `${word('#', '##', '######')} ${inline()}`,
      () => several(3, () => `- ${inline()}`, '\n'),
      () => several(3, () => `1. ${inline()}`, '\n'),
      () => `> ${inline()}`,
      () =>
        `| 甲 | 乙 |\n| -- | -- |\n| ${inline().replaceAll('\n', ' ')} | ${word('一', '|', '\\|')} |`,
      () => `\`\`\`${word('', 'js', `js {${program}}`, 'mdx')}\n${inline()}\n\`\`\``,
      () => `---\nlayout: ./x.astro\ncomponents: ${program}\n---`,
      () => `+++\nlayout = "./x.astro"\n+++`,
      () => `甲[^1]\n\n[^1]: ${inline()}`,
      () =>
        word(
          '{frontmatter.layout}',
          '{props.components.Callout}',
          '{/* 备注 */}',
          '　　首行',
          '\ufeff',
          '***',
        ),
    );
  return several(4, block, word('\n\n', '\n\n', '\n'));
}
