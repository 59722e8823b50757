/** npm run people: who may sign in at the desk, and as what. */
import { resolve } from 'node:path';
import { keptPassword, passwordProblem } from '../src/desk/people/passwords.ts';
import {
  nameProblem,
  placeProblem,
  readPeople,
  writePeople,
} from '../src/desk/people/people-file.ts';
import type { Person } from '../src/desk/people/people-file.ts';
import { formatIssues } from '../src/model/issue.ts';
import { nearest } from '../src/model/nearest.ts';
import { plainText } from '../src/model/plain-text.ts';
import { ISSUING_ROLE, WRITING_ROLE } from '../src/model/review.ts';
import { pathAsStaffSeeIt } from '../src/reading/staff-path.ts';
import { readReviewSettings } from '../src/review/read-review.ts';
import { HOME } from '../src/system/project.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { askPassword } from './ask-password.ts';

const USAGE = `管理写稿台的人员（几个人一起用写稿台、要审稿时才用）。
  npm run people -- list                                列出人员和权限
  npm run people -- add 张三 --roles 编辑,一审          加一位，密码输两遍；已经有的，改权限
  npm run people -- password 张三                       重设密码
  npm run people -- remove 张三                         去掉一位
权限：编辑（写稿、送审），一审、二审、三审（content/review.yaml 里写的），签发（发布、撤下）。一个人可以有几个。
人员文件是 people.yaml，用 --people 写别的位置；里面有加密的密码，不要放进代码仓库。
密码也可以从标准输入读：echo 密码 | npm run people -- add 张三 --roles 编辑`;

const { site, values, words } = readArguments(USAGE, {
  roles: { type: 'string' },
  people: { type: 'string' },
});
const path = resolve(HOME, values.people ?? 'people.yaml');
const misplaced = placeProblem(path, site.roots);
if (misplaced !== undefined) wrongUse(misplaced);
const { people, issues } = await readPeople(path);
if (issues.length > 0) {
  console.error(formatIssues(issues));
  process.exit(EXIT.problems);
}
const [command = '', written = '', ...more] = words;
const name = plainText(written).normalize('NFC');
if (more.length > 0) wrongUse(`多了「${more.join(' ')}」。名字里不要有空格。\n\n${USAGE}`);

switch (command) {
  case 'list':
    list();
    break;
  case 'add':
    await add();
    break;
  case 'password':
    await change(known(), { password: await newPassword() });
    console.log(`${name}的密码已经改好。已经登录的，要用新密码重新登录。`);
    break;
  case 'remove': {
    const { name: gone } = known();
    await writePeople(
      path,
      people.filter((person) => person.name !== gone),
    );
    console.log(`${gone}已经去掉，现在就不能再用写稿台。`);
    break;
  }
  default:
    wrongUse(`要写 list、add、password 或 remove。\n\n${USAGE}`);
}

function list(): void {
  if (people.length === 0)
    console.log('还没有人员。加一位：npm run people -- add 张三 --roles 编辑');
  for (const person of people) console.log(`${person.name}  ${person.roles.join('、')}`);
}

async function add(): Promise<void> {
  if (name === '') wrongUse(`没有写名字。\n\n${USAGE}`);
  const roles = (values.roles ?? '').split(/[、，,;；\s]/u).filter(Boolean);
  if (roles.length === 0) wrongUse(`没有写权限：--roles 编辑,一审\n\n${USAGE}`);
  const problem = nameProblem(name);
  if (problem !== undefined) wrongUse(problem);
  await checkRoles(roles);
  const there = people.find((person) => person.name === name);
  if (there) {
    await change(there, { roles });
    console.log(`${name}的权限改成：${roles.join('、')}。`);
    return;
  }
  const password = await newPassword();
  await writePeople(path, [...people, { name, roles, password }]);
  console.log(`${name}已经加上：${roles.join('、')}。`);
}

/** A role that nobody asks for lets its person do nothing, and says so nowhere. */
async function checkRoles(roles: readonly string[]): Promise<void> {
  const { content } = site.roots;
  const { settings } = await readReviewSettings(content, [], pathAsStaffSeeIt(content));
  const steps = new Set(['一审', '二审', '三审', ...settings.flatMap(({ reviews }) => reviews)]);
  const all = [WRITING_ROLE, ...steps, ISSUING_ROLE];
  const wrong = roles.find((role) => !all.includes(role));
  if (wrong === undefined) return;
  const meant = nearest(wrong, all);
  const own = '要用别的名称审稿，先写进 content/review.yaml。';
  wrongUse(
    `没有「${wrong}」这个权限。${meant ? `是不是「${meant}」？` : ''}可以写的：${all.join('、')}。${own}`,
  );
}

function known(): Person {
  const there = people.find((person) => person.name === name);
  if (there) return there;
  const meant = nearest(
    name,
    people.map((person) => person.name),
  );
  return wrongUse(`没有叫「${name}」的人员。${meant ? `是不是「${meant}」？` : ''}`);
}

function change(person: Person, to: Partial<Person>): Promise<void> {
  return writePeople(
    path,
    people.map((each) => (each === person ? { ...each, ...to } : each)),
  );
}

async function newPassword(): Promise<string> {
  const password = await askPassword(`${name}的密码`);
  const problem = passwordProblem(password, name);
  if (problem !== undefined) wrongUse(problem);
  return keptPassword(password);
}
