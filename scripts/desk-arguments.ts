/** What npm run desk is told of an office: who, under which names, and by which way that nobody listens to. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { placeProblem, readPeople } from '../src/desk/people/people-file.ts';
import type { Office } from '../src/desk/server/desk-door.ts';
import { formatIssues } from '../src/model/issue.ts';
import { HOME } from '../src/system/project.ts';
import { wrongUse } from './arguments.ts';

export const DESK_OPTIONS = {
  port: { type: 'string' },
  people: { type: 'string' },
  host: { type: 'string' },
  name: { type: 'string', multiple: true },
  cert: { type: 'string' },
  key: { type: 'string' },
  'behind-proxy': { type: 'boolean' },
  'preview-port': { type: 'string' },
} as const;

interface Given {
  people?: string | undefined;
  host?: string | undefined;
  name?: string[] | undefined;
  cert?: string | undefined;
  key?: string | undefined;
  'behind-proxy'?: boolean | undefined;
  'preview-port'?: string | undefined;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/**
 * Ends with 2 where the desk would be open to somebody who is not meant.
 * @returns undefined for one's own machine
 */
export async function officeOf(
  given: Given,
  port: number,
  roots: { content: string; public: string },
  usage: string,
): Promise<Office | undefined> {
  const { people, host = '127.0.0.1', cert, key } = given;
  const names = (given.name ?? []).map((name) => name.trim().toLowerCase());
  const isBehindProxy = given['behind-proxy'] ?? false;
  if (people === undefined) {
    if (given.host === undefined && names.length === 0 && !isBehindProxy) return undefined;
    return wrongUse(
      `别的电脑也能打开的写稿台，要有人员文件：加上「--people people.yaml」。\n\n${usage}`,
    );
  }
  const path = resolve(HOME, people);
  const problem = placeProblem(path, roots);
  if (problem !== undefined) wrongUse(problem);
  if (!existsSync(path)) {
    wrongUse(
      `没有人员文件「${people}」。先建：npm run people -- add 张三 --roles 编辑 --people ${people}`,
    );
  }
  const { people: all, issues } = await readPeople(path);
  if (issues.length > 0) wrongUse(`人员文件有问题：\n\n${formatIssues(issues)}`);
  if (all.length === 0) wrongUse('人员文件里一个人也没有。');
  if ((statSync(path).mode & 0o077) !== 0 && process.platform !== 'win32') {
    console.error(`提醒：这台电脑上的别人也能读 ${people}。请运行 chmod 600 ${people}`);
  }
  if ((cert === undefined) !== (key === undefined)) wrongUse('「--cert」和「--key」要一起写。');
  for (const file of [cert, key]) {
    if (file !== undefined && !existsSync(file)) wrongUse(`没有「${file}」这个文件。`);
  }
  const tls = cert !== undefined && key !== undefined ? { cert, key } : undefined;
  if (tls && isBehindProxy)
    wrongUse('「--behind-proxy」时证书由前面的 nginx 管，不写 --cert 和 --key。');
  if (isBehindProxy && !LOOPBACK.includes(host) && host !== '127.0.0.1') {
    wrongUse('「--behind-proxy」时不写 --host：只有这台电脑上的 nginx 能连写稿台。');
  }
  if (!LOOPBACK.includes(host) && !tls) {
    wrongUse(
      '别的电脑用 http 打开，密码会在网上明着传。请写 --cert 和 --key，或者用 nginx 加 --behind-proxy。',
    );
  }
  if (!LOOPBACK.includes(host) && names.length === 0) {
    wrongUse('请写别人用什么名字打开写稿台：--name desk.example.gov.cn，几个就写几次。');
  }
  const written = previewPort(given['preview-port']);
  const own = port === 0 ? 0 : port + 1;
  return {
    people: path,
    host,
    names,
    tls,
    isBehindProxy,
    previewPort: isBehindProxy ? own : (written ?? own),
    publicPreviewPort: isBehindProxy ? written : undefined,
  };
}

function previewPort(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const number = Number(written);
  return Number.isInteger(number) && number > 0 && number < 65_536
    ? number
    : wrongUse(`「--preview-port」后面要写 1 到 65535 之间的数，写的是「${written}」。`);
}
