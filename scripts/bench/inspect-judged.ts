/**
 * Alarms on clean news, each read in its sentence and judged by the standard that its rule names: a fault that the text has,
 * or a false alarm. What is not here counts as false. Places are articles of the news with the line of the text.
 */
const JUDGED = `
doubled/character fault 20230522-n05:13 20240409-n11:11
left/program fault 20221018-n16:1 20221018-n16:3
number/approximate-twice fault 20221110-n09:35 20221126-n09:15 20221220-n17:17 20230114-n04:9 20230129-n04:7
number/approximate-twice fault 20230214-n13:17 20230316-n07:43 20230319-n08:23 20230321-n07:15 20230514-n03:5
number/approximate-twice fault 20230514-n10:3 20230701-n11:7 20230705-n05:5 20230710-n12:23 20230713-n13:7
number/approximate-twice fault 20230717-n10:19 20230810-n00:5 20230827-n03:7 20230901-n14:5 20230905-n11:3
number/approximate-twice fault 20231001-n11:11 20231003-n03:13 20231017-n18:3 20231222-n02:23 20231230-n04:9
number/approximate-twice fault 20240104-n06:5 20240127-n01:15 20240227-n03:7 20240507-n03:21 20240516-n08:11
number/approximate-twice fault 20240605-n00:5 20240614-n02:3 20240628-n02:47 20240720-n08:5 20240816-n07:27
number/approximate-twice fault 20240818-n11:27 20240913-n07:9 20240918-n01:13 20241015-n08:7 20241023-n11:23
number/approximate-twice fault 20241123-n05:27 20241208-n12:23 20250131-n04:11 20250216-n01:7 20250512-n11:13
number/approximate-twice fault 20250702-n06:15 20251203-n05:7 20260321-n06:45 20260428-n11:31 20260820-n07:35
number/percent-range false 20240426-n14:3
punctuation/ellipsis fault 20230417-n05:5 20240413-n06:11 20260619-n10:13
punctuation/full-width fault 20230420-n07:3 20240429-n11:43 20240603-n12:3 20240607-n04:3 20240917-n10:7
punctuation/full-width fault 20250708-n13:7
punctuation/half-width fault 20230817-n05:11 20240701-n00:11 20241123-n01:31 20260417-n13:3 20260714-n00:9
punctuation/half-width-bracket fault 20220927-n10:15 20230504-n06:7 20230722-n09:27 20231022-n04:9 20241027-n09:25
punctuation/half-width-bracket fault 20241027-n09:27 20241113-n02:7 20250326-n09:27 20250413-n11:23 20260428-n06:7
punctuation/half-width-bracket fault 20260526-n12:15 20260626-n11:7
punctuation/nested-title false 20241013-n14:3 20241025-n08:5 20241104-n07:27 20241106-n07:9 20241108-n04:9
punctuation/space-at-mark fault 20221014-n10:7 20221125-n07:17 20221205-n07:9 20221215-n12:19 20230412-n05:3
punctuation/space-at-mark fault 20230520-n09:9 20230803-n05:7 20230902-n13:13 20240102-n07:5 20240110-n00:3
punctuation/space-at-mark fault 20240214-n01:5 20241229-n03:17 20241229-n03:23 20250111-n10:9 20250328-n11:11
punctuation/space-at-mark fault 20250702-n02:9 20251122-n00:9 20260308-n08:5 20260719-n05:3
punctuation/unpaired fault 20230105-n11:7 20230413-n06:3 20231216-n04:9 20240901-n03:3 20250102-n00:5
punctuation/unpaired fault 20250129-n02:7 20250304-n14:7 20250706-n06:5 20250824-n04:5
text/level-twice fault 20221207-n13:23
text/protected-phrase fault 20231025-n09:5
text/protected-phrase false 20251025-n04:5
text/typo fault 20231223-n06:11 20250722-n14:11
text/typo false 20240810-n05:7
unit/two-names false 20221231-n10:5
`;

const FAULTS = new Set(
  JUDGED.trim()
    .split('\n')
    .flatMap((line) => {
      const [rule = '', verdict, ...places] = line.split(' ');
      return verdict === 'fault' ? places.map((place) => `${rule} ${place}`) : [];
    }),
);

/** @param file name of the article, `20221110-n09.md`, whatever its folder */
export function isFault(rule: string, file: string, line: number | undefined): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
  return FAULTS.has(`${rule} ${name}:${line}`);
}
