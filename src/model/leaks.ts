/** Words that say that a text is not for everybody, and places and passwords of a bureau's own systems. */

export type LeakKind = 'mark' | 'intranet' | 'password';

export interface Leak {
  kind: LeakKind;
  at: number;
  length: number;
  /** What may be shown of it: of a password nothing. */
  shown: string;
}

const KINDS: readonly (readonly [LeakKind, RegExp])[] = [
  [
    'mark',
    /(?:绝|机|秘)\s?密\s*[★☆](?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:年|个月)|\s*长期)?|(?:[此本][件文]|公开(?:属性|方式|形式|类型)\s*[:：]\s*|(?<=[（(【]\s*|^\s*))(?:不予公开|不公开(?:发布)?)(?=\s*(?:$|[。）)】]))|[此本][件文]依申请公开(?:[，,、；;\s]{0,3}不(?:予)?公开(?:发布)?)?(?=\s*(?:$|[。）)】]))|内部(?:资料|文件|情况|刊物)[，,、 ]?\s*(?:(?:请勿|不得|严禁)(?:外传)?|注意保[存密])|(?:请勿|严禁)外传|仅供内部(?:使用|参考|传阅)/gmu,
  ],
  [
    'intranet',
    /(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\d.]|\/\d)|file:\/\/\S*|\\\\[\w.-]+\\\S*|(?<![A-Za-z])[A-Z]:\\[\w\p{Script=Han}]\S*|localhost:\d+|127\.0\.0\.1/gu,
  ],
  [
    'password',
    /(?:密码|口令|(?<![A-Za-z])(?:password|passwd|pwd))\s*(?:为|是|[:：=])\s*["“]?[A-Za-z\d!@#$%^&*._-]{4,}/giu,
  ],
];

const SIGN = /密\s*[★☆]|公开|内部|外传|1(?:0|27|72|92)\.|file:|\\|localhost|密码|口令|passw|pwd/i;

/** The leaks of a text, by kind. */
export function leaksIn(text: string): Leak[] {
  if (!SIGN.test(text)) return [];
  return KINDS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
      kind,
      at: index,
      length: words.length,
      shown:
        kind === 'password' ? `${words.replace(/(?:为|是|[:：=]).*$/su, '').trim()}：****` : words,
    })),
  );
}
