import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportFolderProblem } from '../../../scripts/report-folder.ts';
import { aFolder } from '../../support/a-folder.ts';

it('a folder that is there, and one that is not yet, may be written', async () => {
  const folder = await aFolder({ 'report.html': '' });
  expect(reportFolderProblem(folder, ['report.html'])).toBeUndefined();
  expect(reportFolderProblem(join(folder, 'a/b'), ['report.html'])).toBeUndefined();
});

it.each([
  ['a', '「F/a」是文件，不是文件夹'],
  ['a/b', '「F/a」是文件，不是文件夹'],
  ['b', '「F/b/report.html」是文件夹，同名的文件写不进去'],
])('%s is refused: %s', async (name, message) => {
  const folder = await aFolder({ a: '', 'b/report.html/c': '' });
  const told = reportFolderProblem(join(folder, name), ['report.html'])?.replace(folder, 'F');
  expect(told).toContain(`--report：${message}`);
  expect(told).toContain('换一个文件夹，例如 --report inspection。');
});

it('folders of the system are refused, at once', () => {
  for (const folder of ['/proc/x', '/dev/x/y'])
    expect(reportFolderProblem(folder, [], '--links')).toBe(
      `--links：「${folder}」在系统自己的文件夹里，不能往里写。换一个文件，例如 --links inspection/links.json。`,
    );
});
