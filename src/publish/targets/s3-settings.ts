/** Which object storage a publication goes to: from `--to` and the environment, where the keys are. */
import { createHmac } from 'node:crypto';
import { isSitePath } from '../manifest/site-path.ts';

export interface S3Settings {
  /** The bucket's name. */
  name: string;
  /** Address of the bucket, without a slash at its end. */
  bucket: string;
  /** Before every path: '' or `site/`. */
  prefix: string;
  /** Where what is put aside lies: nobody can guess it who does not have the secret. */
  aside: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** What is missing or wrong, in Chinese. */
export interface S3Problem {
  problem: string;
}

/**
 * @param to `s3://bucket` or `s3://bucket/folder`
 * @param env S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_SESSION_TOKEN, S3_PATH_STYLE
 */
export function s3Settings(
  to: string,
  env: Readonly<Record<string, string | undefined>>,
): S3Settings | S3Problem {
  const [, name = '', folder = ''] = /^s3:\/\/([a-z\d][a-z\d.-]{1,62})(?:\/(.*))?$/.exec(to) ?? [];
  if (name === '') {
    return {
      problem: `「${to}」写得不对，要写成 s3://存储桶 或 s3://存储桶/文件夹，存储桶的名字只有小写字母、数字和减号。`,
    };
  }
  const prefix = folder.replace(/^\/+|\/+$/g, '');
  // An address with `..` in it leads out of the bucket.
  if (prefix !== '' && !isSitePath(prefix)) {
    return { problem: `「${to}」里的文件夹写得不对：不能有「..」、空的一段和看不见的字符。` };
  }
  const needed = ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
  const missing = needed.filter((each) => !env[each]);
  if (missing.length > 0) {
    return {
      problem: `没有设置环境变量 ${missing.join('、')}。S3_ENDPOINT 是对象存储的地址，例如 https://oss-cn-beijing.aliyuncs.com；另外两个是访问密钥。密钥只放在环境变量里，不要写进文件。`,
    };
  }
  const { S3_ENDPOINT = '', S3_ACCESS_KEY_ID = '', S3_SECRET_ACCESS_KEY = '' } = env;
  const endpoint = addressOf(S3_ENDPOINT);
  if (!endpoint) {
    return {
      problem: `S3_ENDPOINT「${S3_ENDPOINT}」不是地址，要写成 https://oss-cn-beijing.aliyuncs.com 这样。`,
    };
  }
  const secret = createHmac('sha256', S3_SECRET_ACCESS_KEY).update(`aside of ${to}`).digest('hex');
  const sessionToken = env['S3_SESSION_TOKEN'];
  return {
    name,
    bucket: bucketAddress(endpoint, name, env['S3_PATH_STYLE']),
    prefix: prefix === '' ? '' : `${prefix}/`,
    aside: `_release/aside-${secret.slice(0, 40)}/`,
    region: env['S3_REGION'] ?? regionOf(endpoint.hostname),
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    ...(sessionToken ? { sessionToken } : {}),
  };
}

function addressOf(written: string): URL | undefined {
  const address = URL.parse(written);
  return address && /^https?:$/.test(address.protocol) ? address : undefined;
}

/** Storages on the web want the bucket in the host's name; one of one's own, called by a number or localhost, in the path. */
function bucketAddress(endpoint: URL, bucket: string, pathStyle: string | undefined): string {
  const { protocol, host, hostname } = endpoint;
  const path = endpoint.pathname.replace(/\/+$/, '');
  const isOwn = !hostname.includes('.') || /^[\d.]+$|^\[/.test(hostname);
  if (pathStyle ? pathStyle !== '0' : isOwn) return `${protocol}//${host}${path}/${bucket}`;
  if (hostname.startsWith(`${bucket}.`)) return `${protocol}//${host}${path}`;
  return `${protocol}//${bucket}.${host}${path}`;
}

/** Signatures name the region; most names of endpoints do, too. */
function regionOf(hostname: string): string {
  const [, oss, other] =
    /^(?:[^.]+\.)?(?:(oss-[a-z]+-[a-z\d-]+?)(?:-internal)?|(?:cos|obs|s3)[.-]([a-z]+-[a-z\d-]+))\./.exec(
      hostname,
    ) ?? [];
  return oss ?? other ?? 'us-east-1';
}
