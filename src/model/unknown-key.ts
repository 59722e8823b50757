/** A key that no field has: which was meant, and why it was not understood. */
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Source } from './schema-issues.ts';
import { metaAt, shapeAt, shapeWithin } from './schema-shape.ts';
import type { YamlPath } from './yaml-text.ts';
import type { Words } from './issue.ts';

type KeySource = Pick<Source, 'schema' | 'synonyms' | 'hasBody'>;

/** Letters of other alphabets that look like Latin ones. */
const LOOK_ALIKES = new Map(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwкkтtмmнhвbαaοoνvιiτtρpκkεeυuχxγy'].flatMap(
    (letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1] ?? ''] as const] : []),
  ),
);

/** The words for one of zod's unknown keys, and the key to write where only one can be meant. */
export function unknownKey(
  key: string,
  issue: z.core.$ZodIssueUnrecognizedKeys,
  source: KeySource,
): Words & { becomes?: string } {
  const { path, input } = issue;
  const parent = parentOf(key, path, source);
  if (parent !== undefined) {
    const { title = '' } = metaAt(source.schema, [...path, parent]);
    const inner = shapeWithin(fieldOf(parent, path, source));
    const own = innerKey(key, inner) ?? key;
    const renamed = own === key ? '' : `名称改成 ${own}，`;
    return {
      message: `「${key}」写在了最外面，它是${title}（${parent}）里的一项。`,
      fix: `先写一行「${parent}:」，这一行挪到它下面，${renamed}行首空两格：${Object.keys(inner).join('、')} 都这样写。`,
    };
  }
  const known = Object.keys(shapeAt(source.schema, path));
  const meant = meantKey(key, path, source);
  if (meant === undefined) {
    const mayBeBody = source.hasBody && path.length === 0 && /^\p{Script=Han}/u.test(key);
    return {
      message: `不认识的字段「${key}」。`,
      fix: `可用的字段：${known.join('、')}。${mayBeBody ? '如果是正文，把它移到第二个「---」下面。' : ''}`,
    };
  }
  const isTaken = Object.hasOwn(input ?? {}, meant);
  const isCertain =
    plainKey(key) === meant ||
    synonymOf(key, source) === meant ||
    metaAt(source.schema, [...path, meant]).title === key;
  const becomes = isCertain && !isTaken ? { becomes: meant } : {};
  const foreign = [...key].find((letter) => LOOK_ALIKES.has(letter));
  if (plainKey(key) === meant && foreign) {
    return {
      message: `字段「${key}」里的「${foreign}」不是英文字母，是看起来一样的别国字母。`,
      fix: `用英文键盘重新打一遍：${meant}。`,
      ...becomes,
    };
  }
  if (plainKey(key) === meant && key.normalize('NFKC') !== key) {
    return {
      message: `字段「${key}」用了全角字母。`,
      fix: `改成半角的「${meant}」。`,
      ...becomes,
    };
  }
  const fix = isTaken
    ? `「${meant}」已经写过了，这一行删掉。可用的字段：${known.join('、')}。`
    : `是不是「${meant}」？`;
  return { message: `不认识的字段「${key}」。`, fix, ...becomes };
}

/** The field that a key was meant to be; undefined where none is near. */
export function meantKey(key: string, path: YamlPath, source: KeySource): string | undefined {
  const known = Object.keys(shapeAt(source.schema, path));
  const plain = plainKey(key);
  if (known.includes(plain)) return plain;
  // 时间 is another field within a group than beside it.
  const synonyms = [synonymOf(key, source), labelled(key, path, source)];
  return (
    synonyms.find((synonym) => synonym !== undefined && known.includes(synonym)) ??
    nearest(key, known)
  );
}

/** The field (`repost`) that a key at its side (`site`, 原网站) belongs into. */
export function parentOf(key: string, path: YamlPath, source: KeySource): string | undefined {
  if (synonymOf(key, source) !== undefined) return undefined;
  const fields = shapeAt(source.schema, path);
  return Object.keys(fields).find(
    (name) => innerKey(key, shapeWithin(fieldOf(name, path, source))) !== undefined,
  );
}

/** The key of a group's field that is called so, by its key or by its label. */
function innerKey(key: string, fields: Record<string, z.ZodType>): string | undefined {
  if (Object.hasOwn(fields, key)) return key;
  return Object.keys(fields).find((name) => metaAt(fields[name] as z.ZodType, []).title === key);
}

function fieldOf(name: string, path: YamlPath, { schema }: KeySource): z.ZodType {
  const field = shapeAt(schema, path)[name];
  if (!field) throw new Error(`The schema has no field "${name}"`);
  return field;
}

function synonymOf(key: string, { synonyms = {} }: KeySource): string | undefined {
  return Object.hasOwn(synonyms, key) ? synonyms[key] : undefined;
}

/** A field called by its Chinese label (附件名称), or by the label's last word (名称). */
function labelled(key: string, path: YamlPath, { schema }: KeySource): string | undefined {
  const fields = Object.keys(shapeAt(schema, path));
  const named = (test: (label: string) => boolean): string | undefined =>
    fields.find((field) => test(metaAt(schema, [...path, field]).title ?? ''));
  return (
    named((label) => label === key) ??
    (key.length > 1 ? named((label) => label.endsWith(key)) : undefined)
  );
}

/** Full-width letters, capitals and look-alikes as the small Latin letters that they look like. */
function plainKey(key: string): string {
  return [...key.normalize('NFKC').toLowerCase()]
    .map((letter) => LOOK_ALIKES.get(letter) ?? letter)
    .join('')
    .trim();
}
