/** Remedies by what the desk's page offers, where a rule's own speaks of Markdown, files or commands: whoever writes here knows none. */
import { ENTERED, ENTERED_BY_TWO } from '../../model/waiver-words.ts';

/** By rule. */
const REMEDIES: Readonly<Record<string, string>> = {
  'column/picture-news': '在正文里点“图片”放一张进来，写上图片说明；没有图片的，把栏目换成别的。',
  'column/video':
    '点“附件”放进视频，点“图片”放进封面，再点“组件”选“视频”，填好表；没有视频的，把栏目换成别的。',
  'date/in-name':
    '还没有发布过的，点“更多”里的“名称改用发布日期”；已经发布过的，把发布日期改回去：改名称会改变网址；原来的日期写错的，请管理网站的同志改。',
  'date/expires': '核对这两个日期：失效日期要晚于发布日期；长期有效的，失效日期空着。',
  'field/missing': '在表里填上这一项。',
  'file/unnamed': '要用的，在正文下面“图片和附件”里点“放进正文”；不用的，点“删除”。',
  'gallery/pictures': '在正文里点“图片”，把图片都放进来；不做图集的，去掉“图集”。',
  'left/empty-attachment-list': '点“附件”，把附件放进正文；没有附件的，删掉这一行。',
  'left/picture-name': '要显示图片，点“图片”放在这里，再删掉这几个字；不要的，直接删掉。',
  'markdown/picture-caption': '在图片下面写一句：图上是什么。',
  'markdown/unread-syntax':
    '要放图片、链接、脚注的，用上面的按钮“图片”“链接”“脚注”，再删掉这几个字。',
  'paste/not-imported':
    '对照原稿把内容补在这里（公式、图表可以截图，点“图片”放进来），再删掉这个记号；不需要的，直接删掉记号。',
  'paste/tab-cells': '从 Excel 再复制一次，粘贴在这里，会成为表格；或者点“表格”，把各格填进去。',
  'review/missing': '点“送审”，审完再发布。',
  'text/override': '删掉这一行，重新打一遍。',
};

/** @param fix the rule's own */
export function deskRemedy(rule: string, fix: string): string {
  return (REMEDIES[rule] ?? fix)
    .replace(ENTERED_BY_TWO, '请管理网站的同志登记，要写两个人的名字')
    .replace(ENTERED, '请管理网站的同志登记');
}
