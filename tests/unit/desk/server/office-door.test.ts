/** Who gets into an office: by name and password, under its own name, by its own pages, and for as long as they are of it. */
import { readFile, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPeople, writePeople } from '../../../../src/desk/people/people-file.ts';
import { aText } from '../../../support/a-bureau.ts';
import { anOffice, keptForTests, PASSWORD, sendForm } from '../../../support/an-office.ts';
import type { AnOffice, OfficeBrowser } from '../../../support/an-office.ts';

const FILES = { 'content/articles/2026/20261110-a.md': aText('2026-11-10', ['draft: true']) };

interface Said {
  status: number;
  text: string;
  headers: Record<string, unknown>;
}

/** Any headers, the Host among them, which fetch does not let one choose. */
function asked(
  base: string,
  path: string,
  headers: Record<string, string>,
  { method = 'GET', body = '' } = {},
): Promise<Said> {
  const { port } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('an office on this machine', () => {
  let office: AnOffice;
  let writer: OfficeBrowser;
  let previewUrl = '';
  beforeAll(async () => {
    office = await anOffice(FILES);
    writer = await office.signIn('何雨桐');
    ({ previewUrl } = (await writer.ask('GET', 'desk')).json);
  });
  afterAll(() => office.close());

  it('shows a form that works without scripts, and nothing else', async () => {
    const door = await asked(office.base, '/', {});
    expect(door.status).toBe(200);
    expect(door.text).toContain('<form method="post">');
    expect(door.text).not.toContain('desk-token');
    expect(door.headers['content-security-policy']).toContain(
      "default-src 'none'; style-src 'self'",
    );
    expect((await asked(office.base, '/desk.css', {})).status).toBe(200);
    for (const path of ['/desk.ts', '/list.css', '/api/desk', '/sign-in.html', '/sign-in']) {
      expect((await asked(office.base, path, {})).status).toBe(401);
    }
  });

  it('says of a wrong name what it says of a wrong password, and shows neither as a page part', async () => {
    const known = await sendForm(office.base, '何雨桐', '不是这个密码啊');
    const unknown = await sendForm(office.base, '"><b>没有的人', '不是这个密码啊');
    expect([known.status, unknown.status]).toEqual([403, 403]);
    const problem = /sign-in-problem" role="alert">([^<]+)/;
    const text = await unknown.text();
    expect(problem.exec(text)?.[1]).toBe(problem.exec(await known.text())?.[1]);
    expect(text).toContain('value="&quot;&gt;&lt;b&gt;没有的人"');
    expect(known.headers.get('set-cookie')).toBeNull();
  });

  it.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ])('a form of %s is refused', async (_, headers) => {
    const answer = await sendForm(office.base, '何雨桐', PASSWORD, headers);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });

  it('gives a cookie that no script reads and no other site sends', async () => {
    const answer = await sendForm(office.base, '何雨桐', PASSWORD);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^desk=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect((await writer.ask('GET', 'desk')).json.me).toEqual({ name: '何雨桐', roles: ['编辑'] });
  });

  it('another one’s token is of no use', async () => {
    const other = await office.signIn('马小川');
    const mixed = { ...writer.own, 'x-desk-token': other.own['x-desk-token'] ?? '' };
    expect((await asked(office.base, '/api/desk', mixed)).status).toBe(403);
  });

  it('who has no part in writing writes nothing', async () => {
    const issuer = await office.signIn('周明远');
    const { etag, fields } = (await issuer.ask('GET', 'articles/20261110-a')).json;
    const saved = { fields, body: '改了。' };
    const headers = { 'if-match': etag };
    expect((await issuer.ask('PUT', 'articles/20261110-a', saved, headers)).status).toBe(403);
    const begun = { title: '新稿', category: '通知公告' };
    expect((await issuer.ask('POST', 'articles', begun)).status).toBe(403);
    expect((await issuer.ask('POST', 'articles/20261110-a/files?name=a.txt', '甲')).status).toBe(
      403,
    );
    expect((await issuer.ask('POST', 'articles/20261110-a/take-over', {})).status).toBe(403);
    expect((await writer.ask('POST', 'articles/20261110-a/publish', {}, headers)).status).toBe(422);
    expect(office.git('status', '--porcelain')).toBe('');
  });

  it('the preview shows drafts to who is signed in, and keeps none of them', async () => {
    const { cookie = '' } = writer.own;
    const shown = await asked(previewUrl, '/tz/202611/20261110-a/?x=1', { cookie });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('preview-mark">草稿</strong>');
    expect(shown.headers['set-cookie']).toBeUndefined();
    expect(shown.headers['cache-control']).toBe('no-store');
  });

  it.each<[string, string, Record<string, string>, string, number]>([
    ['nobody who is signed in', '/', { cookie: '' }, 'GET', 403],
    ['another cookie', '/', { cookie: 'desk=x' }, 'GET', 403],
    ['another site', '/', { 'sec-fetch-site': 'cross-site' }, 'GET', 403],
    ['another name', '/', { host: 'evil.example' }, 'GET', 421],
    ['a file of this machine', '/@fs/etc/hostname', {}, 'GET', 404],
    ['the same, written otherwise', '/%40fs/etc/hostname', {}, 'GET', 404],
    ['a hidden file', '/.git/config', {}, 'GET', 404],
    ['another machine', '//127.0.0.1:1/', {}, 'GET', 404],
    ['the same, written otherwise', '/\\127.0.0.1:1/', {}, 'GET', 404],
    ['what starts a program', '/__open-in-editor?file=a', {}, 'GET', 404],
    ['what fetches pictures from elsewhere', '/_image?href=a', {}, 'GET', 404],
    ['a name that is none', '/%ff', {}, 'GET', 404],
    ['what changes something', '/', {}, 'POST', 404],
  ])('the preview answers nothing to %s', async (_, path, headers, method, status) => {
    const { cookie = '' } = writer.own;
    const answer = await asked(previewUrl, path, { cookie, ...headers }, { method });
    expect([answer.status, answer.text.includes('草稿')]).toEqual([status, false]);
  });

  it('signing out ends it, at the desk and in the preview', async () => {
    const leaving = await office.signIn('何雨桐');
    const out = await leaving.ask('POST', 'sign-out', {});
    expect(out.headers.get('set-cookie')).toMatch(/^desk=; Max-Age=0/);
    expect((await leaving.ask('GET', 'desk')).status).toBe(401);
    const { cookie = '' } = leaving.own;
    expect((await asked(previewUrl, '/', { cookie })).status).toBe(403);
  });

  it('who is taken off the list, or has a new password, is out at once', async () => {
    const browser = await office.signIn('马小川');
    const { people } = await readPeople(office.people);
    const changed = people.map((person) =>
      person.name === '马小川' ? { ...person, password: keptForTests('另一句好记的话') } : person,
    );
    await writePeople(office.people, changed);
    expect((await browser.ask('GET', 'desk')).status).toBe(401);
    await writePeople(office.people, people);
    expect((await browser.ask('GET', 'desk')).status).toBe(401);
    expect((await (await office.signIn('马小川')).ask('GET', 'desk')).status).toBe(200);
  });

  it('a list that cannot be read is called so, and no wrong password', async () => {
    const text = await readFile(office.people, 'utf8');
    await writeFile(office.people, `${text}- 马小川\n`);
    const refused = await sendForm(office.base, '马小川', PASSWORD);
    expect([refused.status, await refused.text()]).toEqual([
      503,
      expect.stringContaining('人员文件有问题，现在谁也不能登录。'),
    ]);
    // Whoever is there is kept out, and not put out.
    const { cookie = '' } = writer.own;
    expect((await writer.ask('GET', 'desk')).status).toBe(503);
    expect((await asked(previewUrl, '/', { cookie })).status).toBe(403);
    await writeFile(office.people, text);
    expect((await writer.ask('GET', 'desk')).status).toBe(200);
  });

  it('after ten wrong passwords none is tried any more, and not the right one either', async () => {
    for (let time = 0; time < 10; time += 1) {
      expect((await sendForm(office.base, '古丽娜尔', '不是这个密码')).status).toBe(403);
    }
    expect((await sendForm(office.base, '古丽娜尔', PASSWORD)).status).toBe(429);
    expect((await sendForm(office.base, '李若谷', PASSWORD)).status).toBe(303);
    expect(office.failures).toEqual([]);
  });
});

describe('an office behind a server with TLS', () => {
  let office: AnOffice;
  const host = 'desk.example.gov.cn';
  const proxied = { host, 'x-forwarded-proto': 'https', origin: `https://${host}` };
  const form = { ...proxied, 'content-type': 'application/x-www-form-urlencoded' };
  const signIn = (headers: Record<string, string>): Promise<Said> =>
    asked(office.base, '/sign-in', headers, {
      method: 'POST',
      body: String(new URLSearchParams({ name: '何雨桐', password: PASSWORD })),
    });
  beforeAll(async () => {
    office = await anOffice(FILES, {
      office: { names: [host], isBehindProxy: true, publicPreviewPort: 8443 },
    });
  });
  afterAll(() => office.close());

  it('has a cookie that goes by https alone, and its preview at the port that browsers know', async () => {
    const answer = await signIn(form);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-desk=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Secure$/,
    );
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const page = await asked(office.base, '/', { ...proxied, cookie });
    expect(page.headers['content-security-policy']).toContain(`frame-src https://${host}:8443`);
  });

  it.each<[string, Record<string, string>, number]>([
    ['no https', { 'x-forwarded-proto': 'http' }, 403],
    ['no word of the way', { 'x-forwarded-proto': '' }, 403],
    ['an origin without https', { origin: `http://${host}` }, 403],
    ['another port', { origin: `https://${host}:8443` }, 403],
    ['another name', { host: 'evil.example', origin: 'https://evil.example' }, 403],
    ['a name that begins alike', { host: `${host}.evil.example` }, 403],
  ])('%s is refused', async (_, headers, status) => {
    const answer = await signIn({ ...form, ...headers });
    expect([answer.status, answer.headers['set-cookie']]).toEqual([status, undefined]);
    const page = await asked(office.base, '/', { ...proxied, ...headers });
    expect([403, 421]).toContain(page.status);
  });

  it('counts wrong passwords by the address that the server before it has seen', async () => {
    const from = (address: string) => ({ ...form, 'x-forwarded-for': `10.0.0.1, ${address}` });
    for (let time = 0; time < 30; time += 1) {
      const body = String(new URLSearchParams({ name: `没有的人${time}`, password: '不对' }));
      await asked(office.base, '/sign-in', from('192.0.2.1'), { method: 'POST', body });
    }
    expect((await signIn(from('192.0.2.1'))).status).toBe(429);
    expect((await signIn(from('192.0.2.2'))).status).toBe(303);
  });
});
