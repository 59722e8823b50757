/** What the people of an office do with an article, by the requests of the desk's page. */
import type { Answer } from './a-desk.ts';
import type { AnOffice, OfficeBrowser, OfficeName } from './an-office.ts';

export async function people(office: AnOffice, ...names: OfficeName[]): Promise<OfficeBrowser[]> {
  return Promise.all(names.map((name) => office.signIn(name)));
}

/** 送审, 通过, 退回, 意见, of the text as it is. */
export async function review(
  browser: OfficeBrowser,
  id: string,
  did: string,
  more: object = {},
): Promise<Answer> {
  const { review: view } = (await browser.ask('GET', `articles/${id}`)).json;
  return browser.ask('POST', `articles/${id}/review`, { did, hash: view.hash, ...more });
}

/** 发布 and what else is done with an article as it is. */
export async function step(
  browser: OfficeBrowser,
  id: string,
  kind: string,
  body: object = {},
): Promise<Answer> {
  const { etag } = (await browser.ask('GET', `articles/${id}`)).json;
  return browser.ask('POST', `articles/${id}/${kind}`, body, { 'if-match': etag });
}
