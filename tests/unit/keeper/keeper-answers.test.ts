import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keeperAnswers } from '../../../src/keeper/keeper-answers.ts';
import type { Health } from '../../../src/keeper/health.ts';

const SECRET = 'sixteen letters!';
const HOST = 'https://a.example.gov.cn';
const BODY = '{"ref":"refs/heads/main"}';

function keeper(secret = SECRET) {
  const health: Health = { live: undefined, checked: undefined, next: '', problem: undefined };
  let woken = 0;
  const answers = keeperAnswers({ basePath: '/jgsw/', secret, health, wake: () => (woken += 1) });
  const ask = async (path: string, init: RequestInit = {}) =>
    answers(new Request(HOST + path, init), path);
  return { ask, health, woken: () => woken };
}

const signed = (body: string): string => createHmac('sha256', SECRET).update(body).digest('hex');

describe('the hook', () => {
  it.each([
    ['GitHub', { 'X-Hub-Signature-256': `sha256=${signed(BODY)}` }, 202],
    ['GitHub, another body', { 'X-Hub-Signature-256': `sha256=${signed(`${BODY} `)}` }, 401],
    ['GitHub, the secret itself', { 'X-Hub-Signature-256': SECRET }, 401],
    ['Gitea', { 'X-Gitea-Signature': signed(BODY) }, 202],
    ['GitLab', { 'X-Gitlab-Token': SECRET }, 202],
    ['GitLab, another secret', { 'X-Gitlab-Token': 'sixteen letters?' }, 401],
    ['GitLab, the beginning of it', { 'X-Gitlab-Token': 'sixteen' }, 401],
    ['Gitee', { 'X-Gitee-Token': SECRET }, 202],
    ['a script', { Authorization: `Bearer ${SECRET}` }, 202],
    ['nobody', {}, 401],
    ['an empty secret', { 'X-Gitlab-Token': '' }, 401],
  ])('%s: %o → %i', async (_, headers, status) => {
    const { ask, woken } = keeper();
    const answer = await ask('/jgsw/api/site/hook', { method: 'POST', headers, body: BODY });
    expect(answer?.status).toBe(status);
    expect(woken()).toBe(status === 202 ? 1 : 0);
  });

  it('reads no more than is sent for pushes', async () => {
    const { ask, woken } = keeper();
    const body = 'x'.repeat(5 * 1024 * 1024 + 1);
    const headers = { 'X-Hub-Signature-256': `sha256=${signed(body)}` };
    const answer = await ask('/jgsw/api/site/hook', { method: 'POST', headers, body });
    expect([answer?.status, woken()]).toEqual([413, 0]);
  });

  it('is POST only', async () => {
    const answer = await keeper().ask('/jgsw/api/site/hook', {
      headers: { 'X-Gitlab-Token': SECRET },
    });
    expect([answer?.status, answer?.headers.get('Allow')]).toEqual([405, 'POST']);
  });

  it('is not there without a secret', async () => {
    const { ask, woken } = keeper('');
    const answer = await ask('/jgsw/api/site/hook', {
      method: 'POST',
      headers: { 'X-Gitlab-Token': '' },
    });
    expect([answer?.status, woken()]).toEqual([404, 0]);
  });
});

it('tells how it is, and says nothing of other addresses', async () => {
  const { ask, health } = keeper();
  expect((await ask('/jgsw/api/site/health'))?.status).toBe(503);
  const since = '2026-11-26T04:00:00.000Z';
  health.live = { sequence: 3, time: since, commit: 'a', site: `${HOST}/jgsw/` };
  const answer = await ask('/jgsw/api/site/health');
  expect([answer?.status, answer?.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect(await answer?.json()).toMatchObject({ status: 'ok', live: { sequence: 3 } });
  health.problem = { kind: 'content', since };
  expect((await ask('/jgsw/api/site/health', { method: 'HEAD' }))?.status).toBe(503);
  expect((await ask('/jgsw/api/site/health', { method: 'POST' }))?.status).toBe(405);
  for (const path of ['/api/site/health', '/jgsw/api/site/', '/jgsw/', '/jgsw/api/views']) {
    expect(await ask(path)).toBeUndefined();
  }
});
