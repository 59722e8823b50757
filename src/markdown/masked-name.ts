/** Names that are masked with asterisks, as notices of courts and lists of applicants write them: 张**、欧阳**、买买提**. */

/** The commonest surnames of one character, of nine in ten people and more. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温庞樊兰殷施洪翟安颜倪葛柴季牛古冉阮祝柯欧裴左华' +
  '某';
const DOUBLE_SURNAMES = '欧阳|司马|上官|诸葛|皇甫|令狐|慕容|尉迟|长孙|端木|东方|夏侯';
/** The characters that names of Uyghurs, Kazakhs and others are written with. */
const FOREIGN =
  '阿不布都杜买提江尔克拉木热依伊斯古丽努艾合哈吐库亚里力玛帕麦迪萨塔托肉孜祖比娜沙赛加吾吉米娅达别叶巴卡尼亚伯阔汗曼热西莎菲茹';
/** What stands before a name: nothing, a mark, a word that joins, the end of an office or a title. */
const BEFORE = String.raw`(?:^|[^\p{Script=Han}\d]|[和与及跟同由对将把被给向是叫为人员长任记师士志生民者户方])`;

const MASKED = new RegExp(
  String.raw`${BEFORE}(?:[${SURNAMES}]|${DOUBLE_SURNAMES}|[${SURNAMES}]某|[${FOREIGN}]{2,}[·•]?)$`,
  'u',
);

/** Whether asterisks after this text hide the rest of a name. @param before the text up to them, or its end */
export function endsInNameToMask(before: string): boolean {
  return before !== '' && MASKED.test(before);
}

/** Whether the last character may be a surname, whatever stands before it. */
export function endsInSurname(text: string): boolean {
  return SURNAMES.includes(text.at(-1) ?? ' ');
}
