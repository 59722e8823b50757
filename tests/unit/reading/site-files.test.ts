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
