/** people.yaml: who may sign in at the desk, and as what. It lies outside of what is published and of git. */
import { chmod } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { z } from 'zod';
import { text, words } from '../../model/fields.ts';
import type { Issue } from '../../model/issue.ts';
import { fail } from '../../model/schema-issues.ts';
import { readYamlFile } from '../../reading/read-yaml-file.ts';
import { yamlValue } from '../../reading/new-article.ts';
import { writeTogether } from '../../system/write-together.ts';
import { KEPT_FORM } from './passwords.ts';

const peopleSchema = z
  .array(
    z.strictObject({
      name: text(20).meta({ title: '姓名', description: '登录时写的姓名。' }),
      roles: words.meta({ title: '权限', description: '编辑、一审、二审、三审、签发里的几个。' }),
      password: z
        .string()
        .superRefine((value, context) => {
          if (!KEPT_FORM.test(value)) {
            fail(context, '这一项不是保存下来的密码。', '运行 npm run people -- password 姓名。');
          }
        })
        .meta({ title: '密码', description: '由 npm run people 写，不要手写。' }),
    }),
  )
  .superRefine((people, context) => {
    for (const [index, { name }] of people.entries()) {
      if (people.findIndex((other) => other.name === name) === index) continue;
      const own = {
        addIssue: (issue: object) => context.addIssue({ ...issue, path: [index, 'name'] } as never),
      };
      fail(own, `「${name}」写了两次。`, '两位同名的，其中一位写成“张三（办公室）”。');
    }
  });

export type Person = z.output<typeof peopleSchema>[number];

/** Why nobody can be called so, in Chinese: a file that holds what its reader refuses shuts everybody out. */
export function nameProblem(name: string): string | undefined {
  const { error } = peopleSchema.element.shape.name.safeParse(name);
  return error?.issues[0]?.message.replace(/^这一项/, '名字');
}

/** @param path absolute. One that is not there has nobody in it. */
export async function readPeople(path: string): Promise<{ people: Person[]; issues: Issue[] }> {
  const { value = [], issues } = await readYamlFile(path, basename(path), peopleSchema, []);
  return { people: value, issues };
}

/** Whole, and to be read by its owner alone. */
export async function writePeople(path: string, people: readonly Person[]): Promise<void> {
  const entries = people.map(({ name, roles, password }) =>
    [
      `- name: ${yamlValue(name)}`,
      `  roles: ${yamlValue(roles.join('、'))}`,
      `  password: ${yamlValue(password)}`,
      '',
    ].join('\n'),
  );
  const head = '# 写稿台的人员，由 npm run people 写。不要放进代码仓库。\n';
  await writeTogether([{ path, text: head + entries.join('') }]);
  await chmod(path, 0o600);
}

/** Why people are not kept there: what lies in these folders is published. */
export function placeProblem(
  path: string,
  roots: { content: string; public: string },
): string | undefined {
  const inside = [roots.content, roots.public].some((folder) => {
    const way = relative(folder, resolve(path));
    return !way.startsWith('..') && !isAbsolute(way);
  });
  return inside
    ? `人员文件不能放在 ${basename(roots.content)} 和 ${basename(roots.public)} 里：里面有密码。请放在别的文件夹，例如 /etc/xiegaotai/people.yaml。`
    : undefined;
}
