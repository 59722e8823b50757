/** The desk behind nginx, set up as README says. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { freePort } from '../../support/an-sshd.ts';
import { anOffice, PASSWORD } from '../../support/an-office.ts';
import type { AnOffice } from '../../support/an-office.ts';

const README = readFileSync(resolve(import.meta.dirname, '../../../README.md'), 'utf8');
const [, SNIPPET = ''] =
  /```nginx\n(server \{\n {2}listen 443 ssl;\n {2}server_name desk[^`]+)```/.exec(README) ?? [];
const NAME = 'desk.example.gov.cn';

let folder = '';
let office: AnOffice;
let nginx: ChildProcess | undefined;
let port = 0;
let previewPort = 0;

interface Said {
  status: number;
  text: string;
  headers: Record<string, unknown>;
}

function asked(
  at: number,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Said> {
  return new Promise((done, failed) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: at,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { host: `${NAME}:${at}`, ...headers },
        servername: NAME,
        rejectUnauthorized: false,
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () =>
          done({ status: answer.statusCode ?? 0, text, headers: answer.headers }),
        );
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  [port, previewPort] = [await freePort(), await freePort()];
  office = await anOffice(
    { 'content/articles/2026/20261110-a.md': aText('2026-11-10', ['draft: true']) },
    { office: { names: [NAME], isBehindProxy: true, publicPreviewPort: previewPort } },
  );
  const subject = ['-subj', `/CN=${NAME}`, '-days', '1'];
  const pair = ['-keyout', join(folder, 'desk.key'), '-out', join(folder, 'desk.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...pair], {
    stdio: 'ignore',
  });
  const servers = SNIPPET.replaceAll('/etc/nginx/', `${folder}/`)
    .replace('listen 443', `listen ${port}`)
    .replace('listen 8443', `listen ${previewPort}`)
    .replace('127.0.0.1:4321', new URL(office.base).host)
    .replace('127.0.0.1:4322', `127.0.0.1:${office.running.previewPort}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  await writeFile(
    join(folder, 'nginx.conf'),
    `pid ${folder}/pid; error_log ${folder}/error.log; daemon off; events {}\nhttp { access_log off; ${temporary.join(' ')}\n${servers}}\n`,
  );
  nginx = spawn(
    'nginx',
    ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', `${folder}/error.log`],
    {
      stdio: 'ignore',
    },
  );
}, 60_000);
afterAll(async () => {
  nginx?.kill();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

it('lets in who signs in, by https, under its name, with the preview at the other port', async () => {
  await expect
    .poll(
      () =>
        asked(port, '/').then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200);
  const origin = `https://${NAME}:${port}`;
  const form = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const body = String(new URLSearchParams({ name: '何雨桐', password: PASSWORD }));
  const entered = await asked(port, '/sign-in', form, body);
  expect([entered.status, entered.headers['location']]).toEqual([303, '/']);
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const page = await asked(port, '/', { cookie });
  expect(page.headers['content-security-policy']).toContain(`https://${NAME}:${previewPort}`);
  const token = /desk-token" content="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const facts = await asked(port, '/api/desk', { cookie, origin, 'x-desk-token': token });
  expect(JSON.parse(facts.text).articles).toHaveLength(1);
  expect((await asked(previewPort, '/tz/', { cookie })).text).toContain('preview-mark">草稿');
  expect((await asked(previewPort, '/tz/')).status).toBe(403);
  expect((await asked(port, '/api/desk')).status).toBe(401);
  expect((await asked(port, '/', { cookie, host: 'evil.example' })).status).toBe(421);
});

it('has TLS of its own where nothing stands before it', async () => {
  const tls = { cert: join(folder, 'desk.pem'), key: join(folder, 'desk.key') };
  const own = await anOffice({}, { office: { names: [NAME], tls } });
  try {
    const { host } = new URL(own.running.address);
    const at = own.running.port;
    const form = { origin: `https://${host}`, 'content-type': 'application/x-www-form-urlencoded' };
    const body = String(new URLSearchParams({ name: '何雨桐', password: PASSWORD }));
    const entered = await asked(at, '/sign-in', form, body);
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    expect([entered.status, cookie.slice(0, 12)]).toEqual([303, '__Host-desk=']);
    const page = await asked(at, '/', { cookie });
    const preview = `https://${NAME}:${own.running.previewPort}`;
    expect(page.headers['content-security-policy']).toContain(preview);
    const shown = await asked(own.running.previewPort, '/tz/', { cookie });
    expect([shown.status, shown.text]).toEqual([503, expect.stringContaining('稿件还没有读完')]);
  } finally {
    await own.close();
  }
});
