/** The door of an office: name and password. It works without scripts, and says of a wrong name what it says of a wrong password. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBusy, isPassword } from '../people/passwords.ts';
import { readPeople } from '../people/people-file.ts';
import { signInLimits } from '../people/sign-in-limits.ts';
import { answerText, refuse } from './answers.ts';
import type { Office } from './desk-door.ts';
import { escaped } from '../../site/escape.ts';
import { redirectHome } from './entrance.ts';
import type { Entrance } from './entrance.ts';
import type { Guard } from './guard.ts';
import { bytesOf } from './request-body.ts';
import type { Sessions } from './sessions.ts';

const PAGE = join(import.meta.dirname, '../client/sign-in.html');
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
const LARGEST_FORM = 4096;

const TRY_AGAIN = '姓名或者密码不对，请再试一次。忘了密码，请管理写稿台的同志重设。';
const TOO_MANY = '试错的次数太多，请过 15 分钟再试。';
const UNREADABLE =
  '人员文件有问题，现在谁也不能登录。请管理写稿台的同志运行 npm run people -- list，照提示改好。';
const BUSY = '登录的人太多，请过一会儿再试。';

export function officeEntrance(office: Office, guard: Guard, sessions: Sessions): Entrance {
  const limits = signInLimits(Date.now);

  async function signIn(request: Request): Promise<Response> {
    if (guard.judgeForm(request)) {
      return refuse(403, '这个请求不是写稿台的页面发来的。', '请重新打开写稿台。');
    }
    const bytes = await bytesOf(request, LARGEST_FORM).catch(() => undefined);
    const form = new URLSearchParams(new TextDecoder().decode(bytes ?? new Uint8Array()));
    const name = (form.get('name') ?? '').trim().normalize('NFC');
    const address = addressOf(request, office);
    if (!limits.mayTry(name, address)) return page(429, TOO_MANY, name);
    if (isBusy()) return page(429, BUSY, name);
    const { people, issues } = await readPeople(office.people);
    if (issues.length > 0) return page(503, UNREADABLE, name);
    // Counted before it is tried: many at once are many.
    limits.failed(name, address);
    const person = people.find((each) => each.name === name);
    if (!(await isPassword(form.get('password') ?? '', person?.password)) || !person) {
      return page(403, TRY_AGAIN, name);
    }
    limits.succeeded(name, address);
    const { secret } = sessions.open({ name, password: person.password });
    return redirectHome({ 'Set-Cookie': guard.cookie(secret) });
  }

  return {
    door: () => Promise.resolve(page(200, '', '')),
    form(request) {
      const { pathname } = new URL(request.url);
      const isForm = request.method === 'POST' && (pathname === '/' || pathname === '/sign-in');
      return isForm ? signIn(request) : undefined;
    },
    async personOf({ who }) {
      const { people, issues } = await readPeople(office.people);
      if (issues.length > 0) return 'unknown';
      const person = people.find(({ name }) => name === who?.name);
      if (!person || person.password !== who?.password) return 'gone';
      return { name: person.name, roles: person.roles };
    },
  };
}

function page(status: number, problem: string, name: string): Response {
  const form = readFileSync(PAGE, 'utf8');
  // Whoever has written the name goes on at the password.
  const begun =
    name === ''
      ? form
      : form.replace(' autofocus', '').replace('type="password"', 'type="password" autofocus');
  const text = begun
    .replace('%PROBLEM%', () => escaped(problem))
    .replace('%NAME%', () => escaped(name.slice(0, 40)));
  return answerText(text, 'text/html; charset=utf-8', {
    status,
    policy: POLICY,
    // Without it a browser would not say that its own form sends this.
    headers: { 'Referrer-Policy': 'same-origin' },
  });
}

/** Whose attempt it is: what the proxy before the desk has seen, never what somebody says of himself. */
function addressOf(request: Request & { ip?: string }, { isBehindProxy }: Office): string {
  const seen = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return (isBehindProxy ? seen : undefined) ?? request.ip ?? '';
}
