/** The address of an office behind a server with TLS: as people open it, and what a browser is shown that comes another way. */
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOffice } from '../../../support/an-office.ts';
import type { AnOffice } from '../../../support/an-office.ts';

const NAME = 'desk.example.gov.cn';
const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';

let office: AnOffice;
beforeAll(async () => {
  office = await anOffice({}, { office: { names: [NAME], isBehindProxy: true } });
});
afterAll(() => office.close());

/** With any Host, which fetch does not let one choose. */
function asked(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; type: string; text: string }> {
  return new Promise((resolve, reject) => {
    const { port } = office.running;
    const sent = httpRequest({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        const type = answer.headers['content-type'] ?? '';
        resolve({ status: answer.statusCode ?? 0, type, text });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

it('is printed with https, and without the port at which the server before it comes', () => {
  expect(office.running.address).toBe(`https://${NAME}/`);
});

it('is said on a page to who opens the desk without https, and to scripts as JSON', async () => {
  const page = await asked('/', { host: NAME, accept: BROWSER });
  expect([page.status, page.type]).toEqual([403, 'text/html; charset=utf-8']);
  expect(page.text).toContain(`请打开 https://${NAME}/`);
  const json = await asked('/api/desk', { host: NAME, accept: '*/*' });
  expect(JSON.parse(json.text)).toMatchObject({ message: '写稿台只能用 https 打开。' });
});

it('another name, an address that it has not, and what needs signing in are refused in words, too', async () => {
  const secure = { 'x-forwarded-proto': 'https', accept: BROWSER };
  const other = await asked('/', { ...secure, host: 'evil.example' });
  expect([other.status, other.type, other.text.includes('写稿台不叫这个名字')]).toEqual([
    421,
    'text/html; charset=utf-8',
    true,
  ]);
  const out = await asked('/none', { ...secure, host: NAME });
  expect([out.status, out.text.includes('<h1>您已经退出登录。</h1>')]).toEqual([401, true]);
});
