/** Places of a template that nobody filled in: they say what is to be written, and not what is so. */
import type { Rule } from '../../model/rule.ts';
import { matches, withNeighbours } from './text-check.ts';
import type { TextCheck } from './text-check.ts';

export const unfilledRule: Rule = {
  id: 'left/unfilled',
  level: 'stop',
  scope: 'text',
  title: '没有填写的地方',
  basis: '国办秘函〔2019〕19号：内容不完整、有错误的稿件，检查时扣分。',
};

/** In both widths. */
const X = '[xXｘＸ]';
const HAN = '\\p{Script=Han}';
/** What a template calls its parts. */
const PARTS =
  '单位|单位名称|发文机关|发文机关名称|主送机关|抄送机关|文件标题|标题|正文|正文内容|日期|成文日期|发文日期|文号|发文字号|附件名称|姓名|职务|联系人|联系电话';

const PLACES = [
  // [此处输入正文内容]，（这里插入图片）
  '[（(【[](?:请?在)?(?:此处|这里)(?:请)?(?:插入?|放|加|输入|填[写入报]?|写|录入|粘贴|键入|添加)[^（()）【】[\\]\\n]{0,20}[）)】\\]]',
  // What Word shows in a field of its own: 单击或点击此处输入文字。
  `(?:单击|点击|双击|点按)(?:或(?:单击|点击|点按|轻触))?(?:此处|这里)(?:输入|添加|键入|编辑|填写|选择)(?:文字|文本|内容|正文|标题|副标题|日期)`,
  '(?:[Cc]lick|[Tt]ap)(?: or (?:click|tap))? here to enter (?:text|a date)',
  `\\[(?:${PARTS})\\]`,
  // Fields that another program should have filled.
  '\\{\\{[^{}\\n]{1,40}\\}\\}|\\$\\{[\\p{L}_][^{}\\n]{0,40}\\}',
  '(?<![等期])待补充(?!完善)|待定稿|请领导审[阅定核]',
  '(?<![A-Za-z])(?:TODO|FIXME)(?![A-Za-z])|Lorem ipsum',
  // XX市，XXXX人民政府；XX型 is a name.
  `(?<![A-Za-zＡ-Ｚａ-ｚ\\d])${X}{2,8}(?=[省市县区州盟旗局委办厅处科乡镇村年月日号]|同志|单位|公司|部门|街道|人民政府|政府|自治|学校|学院|医院|中心|会议|文件|字〔|项目|工作)`,
  `(?<=关于)${X}{2,8}(?=的)|(?<=[：:])${X}{3,8}(?![A-Za-z\\d])`,
  `(?<=[省市县区局某])${X}{2,4}(?![A-Za-z\\d])`,
  // 20XX年，X月X日，〔20XX〕XX号
  `(?<!\\d)(?:19|20)${X}{2}(?=年|〕)|(?<![A-Za-zＡ-Ｚａ-ｚ\\d])${X}(?=[月日](?!\\p{L}*线))|(?<=〔)${X}{2,4}(?=〕)`,
  `(?<=${HAN})(?<![一二三四五六七八九〇])○○(?![一二三四五六七八九○年])`,
  `(?<![?？])[?？]{3,}(?=${HAN})`,
];
const UNFILLED = new RegExp(PLACES.join('|'), 'gu');

/** A mark that an import left is told by its own rule, whatever it quotes. */
const OPEN_MARK = /【未导入：[^】\n]*$/u;
const LONGEST_MARK = 200;

export const UNFILLED_CHECKS: readonly TextCheck[] = [
  {
    rule: unfilledRule,
    find: (words) =>
      matches(words, UNFILLED, ({ 0: sign, index }) =>
        OPEN_MARK.test(words.text.slice(Math.max(0, index - LONGEST_MARK), index))
          ? undefined
          : {
              message: `「${withNeighbours(words, index, sign.length)}」里的「${sign}」还没有填写。`,
              fix: '写上实际的内容，或者删掉。',
            },
      ),
  },
];
