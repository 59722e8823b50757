/** One file as it comes from an office, whatever its format: read, or why not and what to do. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { officeKind } from '../attachments/office-kind.ts';
import type { OfficeKind } from '../attachments/office-kind.ts';
import type { TextFault } from '../attachments/text-outcome.ts';
import { openSource } from '../images/byte-source.ts';
import { readInProcess } from './word/read-in-process.ts';
import type { ImportedText } from './word/import-text.ts';

export interface ImportProblem {
  message: string;
  fix: string;
}

const LARGEST_FILE = 100 * 1024 * 1024;
const CONVERSION_MS = 60_000;
const RESAVE = '请用 Word 或者 WPS 打开它，另存为 .docx，再导入。';
const FAULTS: Readonly<Record<TextFault, ImportProblem>> = {
  cut: { message: '太长，读不完。', fix: '请分成几篇再导入。' },
  'too-large': {
    message: '里面的内容太多，读不完。',
    fix: '请删掉不用的图片和附页，或者分成几篇，再导入。',
  },
  locked: { message: '有密码。', fix: '请在 Word 里去掉密码，另存以后再导入。' },
  damaged: { message: '打不开，可能已经损坏。', fix: RESAVE },
  slow: { message: '20 秒还没有读完。', fix: '请分成几篇，再导入。' },
  memory: {
    message: '内容或者图片太大，内存不够。',
    fix: '请缩小里面的图片，或者分成几篇，再导入。',
  },
};

/**
 * @param file absolute path
 * @param work an empty folder that is thrown away
 * @returns the text, its pictures in `work/pictures`
 */
export async function importFile(
  file: string,
  work: string,
): Promise<ImportedText | ImportProblem> {
  const facts = await stat(file).catch(() => undefined);
  if (!facts)
    return { message: '没有这个文件。', fix: '请核对文件名；文件名里有空格的，用英文引号括起来。' };
  if (!facts.isFile()) return { message: '不是文件。', fix: '请写 Word 文件的名字。' };
  if (facts.size === 0) return { message: '是空的。', fix: '请重新保存一次，再导入。' };
  if (facts.size > LARGEST_FILE) return FAULTS['too-large'];
  const kind = kindOf(file);
  if (kind === 'docx' || kind === 'macro-docx') return read(file, work, []);
  if (kind === 'locked') return FAULTS.locked;
  const isOld =
    kind === 'doc' ||
    kind === 'macro-doc' ||
    kind === 'odf' ||
    /\.(?:wps|doc|rtf|odt)$/i.test(file);
  if (!isOld) {
    const fix = kind === 'incomplete-zip' ? RESAVE : '导入的要是 Word 文件（.docx）。';
    return {
      message: kind === 'incomplete-zip' ? '不完整，可能没有传完。' : '不是 Word 文件。',
      fix,
    };
  }
  const converted = await convert(file, work);
  if (converted === undefined) return { message: '是老格式的文件。', fix: RESAVE };
  return read(converted, work, ['这个文件由 LibreOffice 转换成 .docx 再导入，请核对编号和表格。']);
}

function kindOf(file: string): OfficeKind | undefined {
  const { source, close } = openSource(file);
  try {
    return officeKind(source, source.read(0, 8));
  } finally {
    close();
  }
}

async function read(
  file: string,
  work: string,
  said: readonly string[],
): Promise<ImportedText | ImportProblem> {
  const folder = join(work, 'pictures');
  await mkdir(folder);
  const answer = await readInProcess({ file, folder });
  if ('fault' in answer) return FAULTS[answer.fault];
  return { ...answer, notices: [...said.map((message) => ({ message })), ...answer.notices] };
}

/** By LibreOffice, where it is installed. @returns the path of the docx; undefined where there is none */
async function convert(file: string, work: string): Promise<string | undefined> {
  const folder = join(work, 'converted');
  await mkdir(folder);
  // Neither its name nor a lock beside it gets near the original.
  const copy = join(work, `original${extname(file).toLowerCase() || '.doc'}`);
  await copyFile(file, copy);
  const profile = pathToFileURL(join(work, 'profile')).href;
  const options = [
    '--headless',
    '--norestore',
    `-env:UserInstallation=${profile}`,
    '--convert-to',
    'docx',
    '--outdir',
    folder,
    copy,
  ];
  for (const program of ['soffice', 'libreoffice']) {
    try {
      await promisify(execFile)(program, options, {
        timeout: CONVERSION_MS,
        killSignal: 'SIGKILL',
      });
      const [made] = await readdir(folder);
      return made === undefined ? undefined : join(folder, basename(made));
    } catch {
      // It is not there, or cannot read it: the next one, or Word.
    }
  }
  return undefined;
}
