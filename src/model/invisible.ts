/** Characters that nobody sees: they come with text copied from web pages and chats, and make equal words differ. */

/** Soft hyphen, zero-width spaces and joins, fillers, marks of annotations. */
const NOTHING =
  /[\u034F\u00AD\u115F\u1160\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/g;
/** These may turn what is read against what is written; no script needs them. */
const OVERRIDES = /[\u202D\u202E]/g;
/** These order words of two directions, and mean nothing where there is but one. */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202C\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Joiners shape emoji and some scripts, but neither Han nor Latin. */
const USELESS_JOINERS =
  /(?<=^|[\p{Script=Han}\p{Script=Latin}\p{N}\p{P}\p{Z}])[\u200C\u200D]+|[\u200C\u200D]+$/gmu;
const ANY =
  /[\u034F\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/;

/** The text without the characters that neither are seen nor change what is. */
export function withoutInvisible(text: string): string {
  if (!ANY.test(text)) return text;
  const plain = text
    .replaceAll(NOTHING, '')
    .replaceAll(OVERRIDES, '')
    .replaceAll(USELESS_JOINERS, '');
  return RIGHT_TO_LEFT.test(plain) ? plain : plain.replaceAll(DIRECTIONS, '');
}
