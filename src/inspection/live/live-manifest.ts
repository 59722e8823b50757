/** What the server sends against the manifest (清单) of what was published: pages that were changed on their way differ from it. */
import { hash } from 'node:crypto';
import { ManifestError, readManifest } from '../../publish/manifest/manifest-tree.ts';
import { partPath, readRoot, ROOT } from '../../publish/release/root.ts';
import type { BuiltFiles } from '../../output/build-record.ts';
import { ask, MOST_BYTES } from './ask.ts';
import { decoder } from './live-finding.ts';
import type { LiveFinding } from './live-finding.ts';
import type { LiveAsking, LiveResult } from './live-site.ts';

export async function manifestFindings(
  home: URL,
  { patience, pages, signal }: LiveAsking,
): Promise<LiveResult> {
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const { status, bytes } = await ask(addressOf(home, path), { timeout: patience, signal });
    return status === 200 ? bytes : undefined;
  };
  const root = await read(ROOT);
  if (signal.aborted) return nothing('和发布清单对照：没有时间了。');
  if (!root) return nothing(`和发布清单对照：网站上没有 ${ROOT}。`);
  let files: BuiltFiles;
  try {
    const { top } = readRoot(root).root;
    const part = async (name: string) => {
      const bytes = await read(partPath(name));
      return bytes && decoder.decode(bytes);
    };
    files = (await readManifest(top, part)).files;
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    return nothing(`和发布清单对照：清单读不全（${ROOT}）。`);
  }
  const findings: LiveFinding[] = [];
  const ofSize = [...files].filter(([, [, , size]]) => size <= MOST_BYTES);
  const chosen = spread(ofSize, pages);
  let compared = 0;
  for (const [path, [, sha256]] of chosen) {
    const bytes = await read(path);
    // What the end of all cut off says nothing of the file.
    if (signal.aborted) break;
    compared += 1;
    if (bytes && hash('sha256', bytes) === sha256) continue;
    findings.push({
      level: 'stop',
      url: addressOf(home, path),
      message: bytes ? '服务器发出的内容和发布时不一样。' : '发布过的文件打不开。',
      fix: '先弄清是谁改的：可能被篡改，也可能是防护设备、CDN 改写了网页；重新发布可以恢复。',
    });
  }
  const seen = [`和发布清单对照 ${compared} 个文件（共 ${files.size} 个）。`];
  const left = chosen.length - compared;
  const unchecked = left > 0 ? [`和发布清单对照：还有 ${left} 个文件没有对照。`] : [];
  return { findings, seen, unchecked };
}

function nothing(why: string): LiveResult {
  return { findings: [], seen: [], unchecked: [why] };
}

/** Pages stand under the folder that they are the index of; files that tell servers what to do are not sent. */
function addressOf(home: URL, path: string): string {
  const name = path.replace(/(^|\/)index\.html$/, '$1');
  return new URL(name.split('/').map(encodeURIComponent).join('/'), home).href;
}

/** The home page and others at even distances, files for servers aside. */
function spread<T>(all: readonly (readonly [string, T])[], most: number): (readonly [string, T])[] {
  const sent = all.filter(
    ([path]) => !/^(?:_headers|_redirects|_gone|404\.html|410\/)|\.(?:nginx|caddy)$/.test(path),
  );
  const step = Math.max(1, Math.ceil(sent.length / most));
  const chosen = sent.filter(([path], at) => at % step === 0 || path === 'index.html');
  return chosen.slice(0, most + 1);
}
