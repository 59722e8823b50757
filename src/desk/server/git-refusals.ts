/** What keeps git from taking an article, in words for staff, each with what helps. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { upstreamOf } from '../../keeper/git.ts';
import { git } from '../../system/run-git.ts';
import type { GitError } from '../../system/run-git.ts';
import type { Refusal } from '../api.ts';
import { gitFacts } from './desk-git.ts';
import { setBackFrom } from './follow-remote.ts';
import { IN_THE_WAY, NOT_JOINED } from './join-theirs.ts';

/** What git has begun and not finished, by the file that says so, and how it is left without a change to a file. */
const UNFINISHED = [
  ['rebase-merge', 'git rebase --quit'],
  ['rebase-apply', 'git rebase --quit'],
  ['MERGE_HEAD', 'git merge --quit'],
  ['CHERRY_PICK_HEAD', 'git cherry-pick --quit'],
  ['REVERT_HEAD', 'git revert --quit'],
] as const;

/** Before anything is changed. @param content absolute path @returns undefined where git can take an article */
export async function notReady(content: string): Promise<Refusal | undefined> {
  const { isThere, person } = await gitFacts(content);
  if (!isThere) return undefined;
  if (person === '') {
    return {
      message: '还不知道您是谁，没有提交。',
      fix: forKeeper(
        '在这台电脑的终端里运行 git config --global user.name "姓名" 和 git config --global user.email "邮箱"',
      ),
    };
  }
  for (const [name, quit] of UNFINISHED) {
    const path = resolve(content, await git(content, ['rev-parse', '--git-path', name]));
    if (existsSync(path)) {
      return {
        message: '网站的文件夹里有一次没有做完的 git 合并，没有提交，稿件没有改动。',
        fix: forKeeper(
          `在那里运行 git status，照它说的做完；已经没有冲突、只是留下来的，运行 ${quit}`,
        ),
      };
    }
  }
  const isOnBranch = await git(content, ['symbolic-ref', '--quiet', 'HEAD']).then(
    () => true,
    () => false,
  );
  if (!isOnBranch) {
    return {
      message: '网站的文件夹现在不在任何分支上，提交了也会丢，没有提交，稿件没有改动。',
      fix: forKeeper('在那里运行 git switch main（main 换成网站的分支）'),
    };
  }
  return setBack(content);
}

/** Who set it back knows why: what was published is neither dropped here nor sent there once more. */
async function setBack(content: string): Promise<Refusal | undefined> {
  const had = await setBackFrom(content);
  const upstream = await upstreamOf(content);
  if (had === undefined || !upstream) return undefined;
  const { remote, ref } = upstream;
  const branch = ref.replace('refs/heads/', '');
  return {
    message:
      '单位的代码仓库被退回到了以前（有人强制推送），有的提交那里没有了。没有提交，稿件没有改动。',
    fix: forKeeper(
      `先问清楚：退错了的，运行 git push --force-with-lease ${remote} ${had.slice(0, 12)}:${ref} 放回去；` +
        `确实要退的，先另存没有提交的稿件，再运行 git rebase --onto ${remote}/${branch} ${had.slice(0, 12)}`,
    ),
  };
}

/** Whoever writes knows no git: first who can mend it, then how. @param how a sentence without its end */
export function forKeeper(how: string): string {
  return `请把这段话告诉管理网站的同志，那里改好以后，再按一次。管理网站的同志：${how}。`;
}

/** @param files as git names them */
export function fixInTheWay(files: readonly string[]): string {
  const quoted = files.map((file) => `":/${file}"`).join(' ');
  return forKeeper(`在网站的文件夹里运行 git commit -m "改动的说明" -- ${quoted}`);
}

/** By git's words, the first that fits. */
const FIXES: readonly (readonly [RegExp, (found: RegExpExecArray) => readonly [string, string]])[] =
  [
    [
      /No space left|Disk quota exceeded|Out of diskspace/i,
      () => ['磁盘满了', forKeeper('用 df -h 看是哪个磁盘，腾出空间')],
    ],
    [
      /Read-only file system/i,
      () => [
        '网站的文件夹现在只能读，不能写',
        forKeeper(
          '在网站的文件夹里用 findmnt -T . 看它在哪个磁盘上，检查那个磁盘，再用 mount -o remount,rw 加上那里写的 TARGET，改成可以写',
        ),
      ],
    ],
    [
      /insufficient permission|'[^']+': Permission denied/i,
      () => [
        '写稿台没有读写网站文件夹的权限',
        forKeeper('在网站的文件夹里用 ls -l .git 核对，再用 chown 或 chmod 改好'),
      ],
    ],
    [
      /Unable to create '([^']+\.lock)'/,
      ([, path = '']) => [
        '上一次 git 没有正常结束，留下了一个锁',
        `过一分钟再按一次；还不行，${forKeeper(`看清没有别的 git 在运行，删掉 ${path}`)}`,
      ],
    ],
    [/cannot lock ref/, () => ['这时候还有别的 git 在用网站的文件夹', '过一分钟再按一次。']],
    [
      /gpg failed to sign|gpg\.program|cannot run .*gpg|ssh-keygen/i,
      () => [
        'git 设置了给提交签名，但是签不了',
        forKeeper('把签名设好，或者在网站的文件夹里运行 git config commit.gpgsign false'),
      ],
    ],
    [
      /empty ident|unable to auto-detect email|tell me who you are|identity unknown/i,
      () => [
        'git 还不知道您的邮箱',
        forKeeper('在这台电脑的终端里运行 git config --global user.email "邮箱"'),
      ],
    ],
    [
      new RegExp(`^${NOT_JOINED}`),
      ({ input }) => [
        input,
        forKeeper(
          '让大家先保存、停一下，在网站的文件夹里运行 git stash -u 和 git pull --rebase，' +
            '按提示改好，再运行 git stash pop',
        ),
      ],
    ],
    [
      new RegExp(`^${IN_THE_WAY}(.*)`),
      ({ input, 1: files = '' }) => [input, fixInTheWay(files.trim().split('、'))],
    ],
    [
      /Permission denied|Authentication failed|could not read (?:Username|Password)|Host key verification|error: 40[13]\b/i,
      () => [
        '单位的代码仓库不让这台电脑进',
        forKeeper('在网站的文件夹里运行 git fetch，按提示把账号或者密钥设好'),
      ],
    ],
    [
      /does not appear to be a git repository|repository .*not found|No such remote|does not exist/i,
      () => [
        '找不到单位的代码仓库',
        forKeeper(
          '在网站的文件夹里运行 git remote -v 看地址对不对，不对的用 git remote set-url 改好',
        ),
      ],
    ],
    [
      /^等了很久没有回答$/,
      () => ['git 等了很久没有回答，多半是连不上单位的代码仓库', '请检查网络，再按一次。'],
    ],
    [
      /resolve host|Connection (?:refused|timed out|reset)|Failed to connect|Could not connect|unable to access|Network is unreachable|early EOF|hung up|Operation too slow/i,
      () => ['连不上单位的代码仓库', '请检查网络，再按一次。'],
    ],
  ];

/** What git could not do, and what helps. */
export function gitTrouble({ message }: GitError): Refusal {
  for (const [words, said] of FIXES) {
    const found = words.exec(message);
    if (!found) continue;
    const [what, fix] = said(found);
    return { message: what, fix };
  }
  return { message, fix: '请把这句话告诉管理网站的同志，改好以后再按一次。' };
}
