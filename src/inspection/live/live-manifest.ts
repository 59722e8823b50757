/** What the server sends against the manifest (清单) of what was published: pages that were changed on their way differ from it. */
import { ManifestError, readManifest } from '../../publish/manifest/manifest-tree.ts';
import { partPath, readRoot, ROOT } from '../../publish/release/root.ts';
import type { BuiltFiles } from '../../output/build-record.ts';
import { answerWords } from './answer-words.ts';
import { ask } from './ask.ts';
import type { Answer } from './ask.ts';
import { chosenFiles, compareFiles } from './compare-files.ts';
import { decoder } from './live-finding.ts';
import type { LiveAsking, LiveResult } from './live-site.ts';

const WHAT = '和发布清单对照';

export async function manifestFindings(home: URL, asking: LiveAsking): Promise<LiveResult> {
  const { patience, signal } = asking;
  const read = (path: string): Promise<Answer> =>
    ask(new URL(path, home).href, { timeout: patience, signal });
  const answer = await read(ROOT);
  if (signal.aborted) return nothing(`${WHAT}：没有时间了。`);
  if (answer.status === 404 || answer.status === 410) {
    return nothing(`${WHAT}：网站上没有 ${ROOT}。`);
  }
  if (answer.status !== 200) return nothing(`${WHAT}：${ROOT} 读不到（${answerWords(answer)}）。`);
  let files: BuiltFiles;
  let failed: Answer | undefined;
  try {
    const { top } = readRoot(answer.bytes).root;
    const part = async (name: string) => {
      const told = await read(partPath(name));
      if (told.status === 200) return decoder.decode(told.bytes);
      failed = told;
      return undefined;
    };
    files = (await readManifest(top, part)).files;
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const why = failed ? `，${answerWords(failed)}` : '';
    return nothing(`${WHAT}：清单读不全（${ROOT}${why}）。`);
  }
  const { chosen, tooLong, others } = chosenFiles(files, asking);
  const { findings, compared } = await compareFiles(home, chosen, asking);
  const left = chosen.length - compared;
  const missed = [
    ...(left > 0 ? [`${left} 个文件没有时间对照`] : []),
    ...(others > 0 ? [`${others} 个文件这次没有对照，换一天再查会对照别的`] : []),
    ...(tooLong > 0 ? [`${tooLong} 个文件超过 5 MB，没有对照`] : []),
  ];
  return {
    findings,
    seen: [`${WHAT} ${compared} 个文件（共 ${files.size} 个）。`],
    unchecked: missed.length > 0 ? [`${WHAT}：${missed.join('；')}。`] : [],
  };
}

function nothing(why: string): LiveResult {
  return { findings: [], seen: [], unchecked: [why] };
}
