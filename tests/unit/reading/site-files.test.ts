import { expect, test } from 'vitest';
import { checkSiteFiles } from '../../../src/reading/site-files.ts';
import type { SiteConfig } from '../../../src/model/site-config.ts';

test.for(['/evil.example/a.png', '../content/site.yaml', 'javascript:x', 'https://a.cn/a.png'])(
  'the emblem %s is no file of public/',
  async (emblem) => {
    const issues = await checkSiteFiles(
      { emblem } as SiteConfig,
      '/nowhere',
      'content/site.yaml',
      () => 8,
    );
    expect(issues).toEqual([
      {
        rule: 'settings/picture',
        level: 'stop',
        file: 'content/site.yaml',
        line: 8,
        message: `emblem 写的「${emblem}」不是 public 文件夹里的文件。`,
        fix: '把图片放进 public 文件夹，这里只写文件名，例如 emblem.svg。',
      },
    ]);
  },
);

test('the code of a WeChat account that is not there is told where it is written', async () => {
  const asked: unknown[] = [];
  const issues = await checkSiteFiles(
    { wechat: { name: '示例', code: 'wechat.png' } } as SiteConfig,
    '/nowhere',
    'content/site.yaml',
    (path) => {
      asked.push(path);
      return 12;
    },
  );
  expect(asked).toEqual([['wechat', 'code']]);
  expect(issues).toEqual([
    {
      rule: 'settings/picture',
      level: 'stop',
      file: 'content/site.yaml',
      line: 12,
      message: 'wechat.code 写的「wechat.png」在 public 文件夹里没有。',
      fix: '把图片放进 public 文件夹，或删掉 wechat 这几行。',
    },
  ]);
});
