/** Radicals that the fonts of many PDF files name in the place of the characters that they look like: ⾃ for 自, ⻅ for 见. */

/** As the reader sees the text and types it. */
export function withoutRadicals(text: string): string {
  return text.replace(RADICALS, (char) => SUPPLEMENT.get(char) ?? char.normalize('NFKC'));
}

const RADICALS = /[\u2E80-\u2FDF]/gu;

/**
 * Those that NFKC leaves as they are (U+2E80 to U+2EFF) and that are a whole character of today's texts, by Unicode's
 * `EquivalentUnifiedIdeograph.txt`.
 */
const SUPPLEMENT = new Map(
  (
    '⺠民 ⺩王 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ' +
    '⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
