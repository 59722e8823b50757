/** Reading a file of staff's: text with its encoding, line ends and invisible characters made regular, or the Issue that says why not. */
import { isUtf8 } from 'node:buffer';
import { cleanText } from '../model/clean-text.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { obstacleRule } from '../rules/obstacle-rule.ts';
import { otherKind } from './other-kind.ts';
import { shortDigest } from '../system/digest.ts';
import { obstacleWords, readRegularFile } from '../system/regular-file.ts';
import type { Obstacle } from '../system/regular-file.ts';

export const notTextRule: Rule = {
  id: 'text/not-text',
  level: 'stop',
  scope: 'file',
  title: '不是文字的文件',
  basis: '名称像稿件、内容是别的，网站显示不了。',
};

export const tooLargeTextRule: Rule = {
  id: 'text/too-large',
  level: 'stop',
  scope: 'file',
  title: '太大的文字',
  basis: '读者打不开几 MB 的网页，多半是粘贴了图片数据。',
};

export const encodingRule: Rule = {
  id: 'text/encoding',
  level: 'stop',
  scope: 'file',
  title: '文字的编码',
  basis: 'GB 18030-2022 的字在 UTF-8 里都有，别的编码在有的电脑上是乱码。',
};

/** A page of text longer than this is a paste gone wrong (the longest statute is under 1 MB). */
const TEXT: SizeLimit = {
  bytes: 2_000_000,
  fix: '正文里是不是粘贴了图片数据？图片请另存成文件，放在稿件旁边；很长的材料请做成附件。',
};

/** How long a file may be, and what to do where it is longer. */
export interface SizeLimit {
  bytes: number;
  fix: string;
}

export type TextFile = { text: string } | { issue: Issue };

/**
 * Reads a UTF-8 file. Byte order marks and invisible characters are dropped and CRLF becomes LF, so that neither changes
 * the output.
 * Synchronous: promises for a small file cost three times the reading, and an archive has a hundred thousand.
 * @param path absolute path
 * @param file the path as staff see it, for the Issue
 */
export function readTextFile(path: string, file: string, most: SizeLimit = TEXT): TextFile {
  const read = readRegularFile(path);
  return 'obstacle' in read
    ? { issue: obstacleIssue(read.obstacle, file) }
    : decodeFile(read.bytes, file, most);
}

/** That there is no file to be read: it may end without a change of the file. */
export function obstacleIssue(obstacle: Obstacle, file: string): Issue {
  return ruled(obstacleRule, { file, ...obstacleWords(obstacle) });
}

/** The same for all the bytes of a file. */
export function decodeFile(bytes: Buffer, file: string, most: SizeLimit = TEXT): TextFile {
  const other = otherKind(bytes);
  if (other) return { issue: ruled(notTextRule, { file, ...other }) };
  if (bytes.length > most.bytes) {
    const size = (bytes.length / 1_000_000).toFixed(1);
    return {
      issue: ruled(tooLargeTextRule, {
        file,
        message: `文件有 ${size} MB，超过 ${most.bytes / 1_000_000} MB 的上限。`,
        fix: most.fix,
      }),
    };
  }
  return decodeText(bytes, file);
}

/** The same for bytes that are text and no more than they may be. */
export function decodeText(bytes: Buffer, file: string): TextFile {
  if (isUtf8(bytes)) {
    const text = cleanText(bytes.toString('utf8', startsWithMark(bytes) ? MARK.length : 0));
    return { text: text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text };
  }
  return {
    issue: ruled(encodingRule, {
      file,
      message: '文件不是 UTF-8 编码（多半是用 Windows 记事本存成了 ANSI/GBK）。',
      fix: '用记事本打开，选“文件 → 另存为”，编码选“UTF-8”，覆盖原文件。',
    }),
  };
}

/** Of a text after its encoding and line ends were made regular: neither changes it. */
export function textDigest(text: string): string {
  return shortDigest(text, 16, 'base64url');
}

/** The byte order mark of UTF-8, which Windows writes. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function startsWithMark(bytes: Buffer): boolean {
  return bytes.subarray(0, MARK.length).equals(MARK);
}
