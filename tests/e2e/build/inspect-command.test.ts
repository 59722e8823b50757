/** npm run inspect on a small bureau with a history: what it says, writes and ends with. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../../support/a-folder.ts';
import { git, SMALL_SITE, smallArticle } from '../support/a-small-bureau.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const DATE = '2026-11-25';
// A commit of days to come would be a clock that is wrong.
process.env['GIT_COMMITTER_DATE'] = `${DATE}T09:00:00+08:00`;
const SETTINGS = `${SMALL_SITE}consultation: { name: 咨询, url: "https://www.example.gov.cn/hudong/" }
icp: 示ICP备00000000号-1
police: { text: 示公网安备 00000000000000号, code: "00000000000000" }
authorityMark: ${'0'.repeat(32)}
`;
const REPORTS = ['政府网站工作年度报表', '政府信息公开工作年度报告'].map((name, at) => [
  `content/articles/2026/2026012${at}-b${at}.md`,
  `---\ntitle: 2025年${name}\nsource: 示例局\ndate: 2026-01-2${at}\ncategory: 通知\nreviewers: 甲\n---\n\n正文。\n`,
]);
const LEDGER =
  '- { person: 甲, reason: 建站, imported: 2099-01-01, from: 2000-01-01, to: 2098-12-31 }\n';

async function aCommittedBureau(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await aFolder({
    'content/site.yaml': SETTINGS,
    'content/columns.yaml':
      '- { slug: tz, name: 通知, type: 信息公开类, updateDays: 60, description: 通知。, keywords: 通知 }\n',
    'content/migrated.yaml': LEDGER,
    'public/robots.txt': 'User-agent: *\nAllow: /\n',
    ...Object.fromEntries([...REPORTS, smallArticle('2026-11-20', '1')]),
    ...files,
  });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'site');
  return folder;
}

/** What it says, and the code that it ends with. */
function inspect(
  folder: string,
  ...words: string[]
): Promise<{ code: number | null; said: string }> {
  const own = ['content', 'public'].flatMap((name) => [`--${name}`, join(folder, name)]);
  const args = [join(PROJECT, 'scripts/inspect.ts'), ...own, '--report', join(folder, 'report')];
  const child = spawn(process.execPath, [...args, ...words], { cwd: PROJECT });
  let said = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (data) => (said += String(data)));
  return new Promise((done) => child.on('close', (code) => done({ code, said })));
}

describe('npm run inspect', () => {
  it('is content with a site in order, and makes the same report twice', async () => {
    const reported =
      '- { page: 首页, said: 错字, received: 2026-11-16, answered: 2026-11-18, done: 已改正 }\n';
    const table =
      'source: 通报\ndate: 2026-04-10\nrows: [{ indicator: 链接, points: 1, rules: link }]\n';
    const folder = await aCommittedBureau({
      'content/reported.yaml': reported,
      'content/inspection.yaml': table,
    });
    const read = () =>
      Promise.all(
        ['report.html', 'report.xlsx', 'self-check.docx', 'report.json'].map((name) =>
          readFile(join(folder, 'report', name), 'base64'),
        ),
      );
    const { code, said } = await inspect(folder, '--date', DATE);
    expect(said).toContain(`${DATE}：合格`);
    expect(said).toContain('首页不更新 5/14 天，不再更新 12月5日否决');
    expect(said).toContain('必须改 0');
    expect(code).toBe(0);
    const first = await read();
    await inspect(folder, '--date', DATE);
    expect(await read()).toEqual(first);
    const report = JSON.parse(Buffer.from(first[3] ?? '', 'base64').toString());
    expect(report.seen.pages).toBeGreaterThan(10);
    expect(report.reported).toMatchObject([{ page: '首页', state: 'in time' }]);
    expect(report.deductions).toMatchObject({ taken: 0, left: 100 });
    expect(report.commit).toMatch(/^[0-9a-f]{40}$/);
  });

  it('looks at everything else where a file of its own has a mistake', async () => {
    const folder = await aCommittedBureau({
      'content/reported.yaml': '- { page: 首页 }\n',
      'content/inspection.yaml': 'source: 通报\nrows: 甲\n',
    });
    expect((await inspect(folder, '--date', DATE)).code).toBe(0);
    const report = JSON.parse(await readFile(join(folder, 'report/report.json'), 'utf8'));
    expect(report.seen.pages).toBeGreaterThan(10);
    const unchecked: string[] = report.unchecked;
    expect(unchecked.filter((line) => line.includes('有写错的地方'))).toEqual([
      '“我为政府网站找错”的留言有没有按时答复：content/reported.yaml 有写错的地方，改好以后再查。',
      '扣多少分：content/inspection.yaml 有写错的地方，改好以后再算。',
    ]);
    expect(unchecked.join('')).not.toContain('网页上的标识');
  });

  it('ends with 1 where the site fails, or will within the days that are asked for', async () => {
    const folder = await aCommittedBureau();
    expect((await inspect(folder, '--date', '2026-12-05')).code).toBe(1);
    expect((await inspect(folder, '--date', DATE, '--warn-days', '10')).code).toBe(1);
    expect((await inspect(folder, '--date', DATE, '--warn-days', '9')).code).toBe(0);
  });

  it('remembers with --keep since when a finding is known', async () => {
    const folder = await aCommittedBureau({ 'content/migrated.yaml': '' });
    await inspect(folder, '--date', DATE, '--keep');
    const { said, code } = await inspect(folder, '--date', '2026-11-26', '--keep');
    expect([code, said]).toEqual([1, expect.stringContaining('单项否决　发布日期与提交记录不符')]);
    const report = JSON.parse(await readFile(join(folder, 'report/report.json'), 'utf8'));
    expect(report.entries[0]).toMatchObject({ firstSeen: DATE, state: 'open' });
  });

  it.each([
    [['--warn-days', '1.5'], '--warn-days 要写 0 或正整数'],
    [['--live', 'www.example.gov.cn'], '--live 后面写完整的网址'],
    [['--previous', 'nothing.json'], '没有「nothing.json」这个文件'],
    [['--report', '/proc/x'], '「/proc/x」在系统自己的文件夹里'],
    [['--date', '2026-02-30'], '没有「2026-02-30」这一天'],
  ])('ends with 2 for %j', async (words, message) => {
    const folder = await aFolder({});
    const { code, said } = await inspect(folder, ...words);
    expect(said).toContain(message);
    expect(code).toBe(2);
  });

  it('asks for links to other sites, and calls dead what is gone a day later', async () => {
    const server = createServer((_, response) => void response.writeHead(404).end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const folder = await aCommittedBureau({
      'content/site.yaml': `${SETTINGS.replace('https://www.example.gov.cn', host)}links: [{ title: 甲, items: [{ name: 乙, url: "${host}/a" }] }]\n`,
    });
    const first = await inspect(folder, '--outbound', '--now', '2026-11-24 02:00');
    expect([first.code, first.said]).toEqual([0, expect.stringContaining('确认打不开 0')]);
    const second = await inspect(folder, '--outbound', '--now', '2026-11-25 02:00');
    expect([second.code, second.said]).toEqual([
      1,
      expect.stringContaining(`打不开　${host}/a（404`),
    ]);
    const { said } = await inspect(folder, '--date', DATE, '--keep');
    expect(said).toContain('打不开的外部链接');
    server.close();
  });

  it('writes what it sees from outside into the same report', async () => {
    const server = createServer((_, response) => void response.writeHead(500).end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/13912345678/`;
    const folder = await aCommittedBureau();
    const { code, said } = await inspect(folder, '--date', DATE, '--live', host, '--every', '0');
    expect([code, said]).toEqual([1, expect.stringContaining('首页访问 20 次，打不开 20 次')]);
    const [html, json] = await Promise.all(
      ['report.html', 'report.json'].map((name) => readFile(join(folder, 'report', name), 'utf8')),
    );
    const found = JSON.parse(json ?? '').entries.map(({ rule }: { rule: string }) => rule);
    expect(found).toContain('inspection/live');
    expect(html).toContain('从外面看：首页访问 20 次');
    expect(said + html + json).not.toContain('13912345678');
    server.close();
  });
});
