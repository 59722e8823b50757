/** How Chinese characters are read, without a dictionary: browsers know their order by pinyin (CLDR). */

/** @returns the syllable of a character, lü as lv; '' for what is no Han character, or where the order is unknown */
export function syllableOf(char: string): string {
  const { compare } = (collator ??= new Intl.Collator('zh-u-co-pinyin'));
  if (!/^\p{Script=Han}$/u.test(char) || compare('八', '丁') >= 0) return '';
  let [from, end] = [0, firsts().length];
  while (end - from > 1) {
    const middle = (from + end) >>> 1;
    if (compare(firsts()[middle]?.[0] ?? '', char) <= 0) from = middle;
    else end = middle;
  }
  return firsts()[from]?.[1] ?? '';
}

/** The first piece of a text that is read so. @param letters in small letters, without tones and spaces */
export function pieceRead(letters: string, text: string): string | undefined {
  const chars = [...text];
  const syllables = chars.map(syllableOf);
  for (let from = 0; from < chars.length; from += 1) {
    let read = '';
    for (
      let at = from;
      at < chars.length && syllables[at] !== '' && read.length < letters.length;
      at += 1
    ) {
      read += syllables[at];
      if (!letters.startsWith(read)) break;
      if (read === letters) return chars.slice(from, at + 1).join('');
    }
  }
  return undefined;
}

let collator: Intl.Collator | undefined;
let known: [first: string, syllable: string][] | undefined;
const firsts = () =>
  (known ??= [...SYLLABLES.matchAll(/(\P{ASCII})([a-z]+)/gu)].map(
    ([, first = '', syllable = '']) => [first, syllable],
  ));

/** The first character of each syllable in that order, and the syllable. */
const SYLLABLES =
  '阿a哎ai安an肮ang凹ao八ba挀bai扳ban邦bang勹bao奔ben伻beng屄bi边bian灬biao憋bie汃bin冫bing癶bo峬bu嚓ca偲cai参can仓cang撡cao冊ce嵾cen' +
  '曽ceng叉cha芆chai辿chan伥chang抄chao车che抻chen阷cheng吃chi充chong抽chou出chu揣chuai巛chuan刅chuang吹chui旾chun逴chuo呲ci' +
  '匆cong凑cou粗cu汆cuan崔cui邨cun搓cuo咑da呆dai丹dan当dang刀dao嘚de扥den灯deng氐di甸dian刁diao爹die丁ding丟diu东dong吺dou厾du耑duan' +
  '垖dui吨dun多duo妸e诶ei奀en鞥eng儿er发fa帆fan匚fang飞fei分fen丰feng覅fiao仏fo紑fou夫fu旮ga侅gai甘gan冈gang皋gao戈ge给gei根gen刯geng' +
  '工gong勾gou估gu瓜gua乖guai关guan光guang归gui丨gun呙guo哈ha咍hai佄han夯hang茠hao诃he黒hei拫hen亨heng噷hm叿hong齁hou乎hu花hua怀huai' +
  '欢huan巟huang灰hui昏hun吙huo丌ji加jia戋jian江jiang艽jiao阶jie巾jin坕jing冂jiong丩jiu凥ju姢juan噘jue军jun咔ka开kai刊kan忼kang尻kao' +
  '匼ke肎ken劥keng空kong抠kou扝ku夸kua蒯kuai宽kuan匡kuang亏kui坤kun扩kuo垃la来lai兰lan啷lang捞lao仂le勒lei崚leng哩li俩lia奁lian' +
  '良liang撩liao毟lie拎lin伶ling溜liu囖lo龙long瞜lou噜lu驴lv娈luan掠lve抡lun罗luo呣m妈ma埋mai嫚man牤mang猫mao么me呅mei门men甿meng咪mi' +
  '宀mian喵miao乜mie民min名ming谬miu摸mo哞mou毪mu拏na腉nai囡nan囔nang孬nao疒ne娞nei恁nen能neng妮ni拈nian娘niang鸟niao捏nie囜nin宁ning' +
  '妞niu农nong羺nou奴nu女nv奻nuan疟nve黁nun挪nuo喔o讴ou妑pa拍pai眅pan乓pang抛pao呸pei喷pen匉peng丕pi囨pian剽piao氕pie姘pin乒ping钋po' +
  '剖pou仆pu七qi掐qia千qian呛qiang悄qiao苆qie亲qin靑qing卭qiong丘qiu区qu峑quan缺que夋qun呥ran穣rang娆rao惹re人ren扔reng日ri茸rong' +
  '厹rou邚ru挼rua堧ruan婑rui瞤run捼ruo仨sa毢sai三san桒sang掻sao閪se森sen僧seng杀sha筛shai山shan伤shang弰shao奢she申shen升sheng尸shi' +
  '収shou书shu刷shua衰shuai闩shuan双shuang脽shui吮shun说shuo厶si忪song捜sou苏su狻suan夊sui孙sun唆suo他ta囼tai坍tan汤tang夲tao忑te' +
  '熥teng剔ti天tian旫tiao帖tie厅ting囲tong偷tou凸tu湍tuan推tui吞tun乇tuo穵wa歪wai弯wan尣wang危wei昷wen翁weng挝wo乌wu夕xi虲xia仙xian' +
  '乡xiang灱xiao些xie心xin星xing凶xiong休xiu吁xu吅xuan削xue坃xun丫ya恹yan央yang幺yao倻ye一yi囙yin应ying哟yo佣yong优you扜yu囦yuan曰yue' +
  '晕yun帀za災zai兂zan匨zang傮zao则ze贼zei怎zen増zeng扎zha捚zhai沾zhan张zhang佋zhao蜇zhe贞zhen争zheng之zhi中zhong州zhou朱zhu抓zhua' +
  '拽zhuai专zhuan妆zhuang隹zhui宒zhun卓zhuo乲zi宗zong邹zou租zu钻zuan厜zui尊zun昨zuo';
