/** Object storage that speaks S3: Alibaba OSS, Tencent COS, Huawei OBS, MinIO and their like. Nothing is ever listed. */
import { openAsBlob } from 'node:fs';
import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { inParallel } from '../in-parallel.ts';
import type { S3Settings } from './s3-settings.ts';
import { bodyOf } from './body-of.ts';
import { ageOf, TargetError } from './target.ts';
import type { Target } from './target.ts';

const AT_ONCE = 16;
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 200;
/** For the answer to a request; what is sent has a second more for each 20 kB of it. */
const PATIENCE_MS = 30_000;
const SLOWEST_BYTES_A_MS = 20;

export interface S3Options {
  /** Headers that readers get with a file, by its path. */
  headersOf: (path: string) => Readonly<Record<string, string>>;
  /** As the operator wrote it. */
  shown: string;
}

interface Sent {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Below the bucket, decoded. */
  key: string;
  body?: Blob | Uint8Array;
  headers?: Record<string, string>;
}

interface Answer extends Pick<Response, 'ok' | 'status' | 'headers'> {
  bytes: Uint8Array;
}

export function s3Target(settings: S3Settings, { headersOf, shown }: S3Options): Target {
  const {
    name: bucketName,
    bucket,
    prefix,
    aside,
    region,
    accessKeyId,
    secretAccessKey,
    sessionToken,
  } = settings;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    // We try again ourselves: it does not after a broken line.
    retries: 0,
    ...(sessionToken ? { sessionToken } : {}),
  });
  let requests = 0;

  const once = async ({ method, key, body, headers = {} }: Sent): Promise<Answer> => {
    requests += 1;
    const length = body instanceof Blob ? body.size : (body?.length ?? 0);
    const answer = await client.fetch(`${bucket}/${encodeKey(key)}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body as BodyInit }),
      // A session's token would go along to whatever host an answer names.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS + Math.ceil(length / SLOWEST_BYTES_A_MS)),
    });
    const { ok, status, headers: said } = answer;
    // A line may break in the middle of an answer, too.
    return { ok, status, headers: said, bytes: await bodyOf(answer, shown) };
  };
  /** @throws TargetError after several attempts, and at once for what another attempt would not mend */
  const send = async (sent: Sent, accepted: readonly number[] = []): Promise<Answer> => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await once(sent).catch((error: unknown) => ({ error }));
      if ('error' in answer) {
        if (answer.error instanceof TargetError) throw answer.error;
        if (attempt === ATTEMPTS) throw unreachable(shown, answer.error);
      } else {
        if (answer.ok || accepted.includes(answer.status)) return answer;
        if (attempt === ATTEMPTS || !isPassing(answer)) throw refusal(shown, answer);
      }
      await wait(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  };
  const read = async (path: string) => {
    const { status, bytes, headers } = await send({ method: 'GET', key: prefix + path }, [404]);
    return status === 404 ? undefined : { bytes, age: ageOf(headers) };
  };

  return {
    name: shown,
    aside: hash('sha256', aside).slice(0, 8),
    hasPrivate: false,
    takesControlFiles: false,
    get requests() {
      return requests;
    },
    read,
    isTaken: async () => (await read('index.html')) !== undefined,
    async create(path, bytes) {
      const headers = {
        ...headersOf(path),
        // The first is S3's, the second Alibaba's; a server that knows neither overwrites.
        'if-none-match': '*',
        'x-oss-forbid-overwrite': 'true',
        'x-amz-content-sha256': hash('sha256', bytes),
      };
      const sent: Sent = { method: 'PUT', key: prefix + path, body: bytes, headers };
      return (await send(sent, [409, 412])).ok;
    },
    async put(files, { onDone, before } = {}) {
      await inParallel(files, AT_ONCE, async ({ path, sha256, from }) => {
        await before?.();
        const key = prefix + path;
        const body = typeof from === 'string' ? await openAsBlob(from) : from;
        const headers: Record<string, string> = { ...headersOf(path) };
        if (body === undefined) {
          headers['x-amz-copy-source'] = copySource(bucketName, prefix + aside + sha256);
          // A copy has its source's headers otherwise, and what is aside has none.
          headers['x-amz-metadata-directive'] = 'REPLACE';
        } else headers['x-amz-content-sha256'] = sha256;
        const sent = { method: 'PUT' as const, key, headers };
        finished(await send(body === undefined ? sent : { ...sent, body }), shown);
        onDone?.();
      });
    },
    async putAside(files, before) {
      await inParallel(files, AT_ONCE, async ({ path, sha256 }) => {
        await before?.();
        const headers = { 'x-amz-copy-source': copySource(bucketName, prefix + path) };
        const key = prefix + aside + sha256;
        // Somebody may have removed it by hand.
        const answer = await send({ method: 'PUT', key, headers }, [404]);
        if (answer.ok) finished(answer, shown);
      });
    },
    async hasAside(sha256) {
      return (await send({ method: 'HEAD', key: prefix + aside + sha256 }, [404])).ok;
    },
    async dropAside(sha256s, before) {
      await inParallel(sha256s, AT_ONCE, async (sha256) => {
        await before?.();
        await send({ method: 'DELETE', key: prefix + aside + sha256 }, [404]);
      });
    },
    async remove(paths, before) {
      await inParallel(paths, AT_ONCE, async (path) => {
        await before?.();
        await send({ method: 'DELETE', key: prefix + path }, [404]);
      });
    },
    tidy: () => Promise.resolve(),
  };
}

/** A copy may fail after it was answered with 200: the body says it. */
function finished({ bytes }: Answer, name: string): void {
  if (Buffer.from(bytes).includes('<Error>'))
    throw new TargetError(`${name}：对象存储没有复制成功，请再发布一次。`);
}

/** What the server says it cannot do now. */
function isPassing({ status }: Answer): boolean {
  return status >= 500 || [408, 429].includes(status);
}

function unreachable(name: string, error: unknown): TargetError {
  const why = error instanceof Error && error.name === 'TimeoutError' ? '一直没有回答' : '连不上';
  return new TargetError(
    `${name}：对象存储${why}。请检查网络和 S3_ENDPOINT；网站没有坏，再发布一次会接着做完。`,
    { cause: error },
  );
}

function refusal(name: string, { status, bytes }: Answer): TargetError {
  // Answers may repeat the key and what was signed; the code alone is said.
  const [, code = ''] = /<Code>([\w.]+)<\/Code>/.exec(Buffer.from(bytes).toString()) ?? [];
  const said = `${status}${code === '' ? '' : ` ${code}`}`;
  return new TargetError(`${name}：对象存储回答 ${said}。${remedy(status, code)}`);
}

function remedy(status: number, code: string): string {
  if (code === 'NoSuchBucket') return '没有这个存储桶，请检查 --to 和 S3_ENDPOINT。';
  if (code === 'RequestTimeTooSkewed') return '这台机器的时钟不准，请先校准时间。';
  if (code === 'SignatureDoesNotMatch')
    return '密钥或地域不对，请检查 S3_SECRET_ACCESS_KEY 和 S3_REGION。';
  if (code === 'InvalidAccessKeyId') return '访问密钥不对，请检查 S3_ACCESS_KEY_ID。';
  if (status === 401 || status === 403) return '密钥没有读写这个存储桶的权限，请让管理员检查。';
  if (status >= 300 && status < 400)
    return '它要转到别的地址，没有跟过去。请检查 S3_ENDPOINT 和 S3_REGION 是不是这个存储桶的。';
  if (status >= 500) return '是对象存储那边的问题，过一会儿再发布一次，会接着做完。';
  return '请把这一行发给管理员。';
}

function copySource(bucketName: string, key: string): string {
  return `/${bucketName}/${encodeKey(key)}`;
}

function encodeKey(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}
