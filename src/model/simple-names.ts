/** Names in traditional letters as they are written in simplified ones: the letters that names of persons have. */

const TRADITIONAL =
  '張劉陳楊黃趙吳孫馬蘇葉呂蔣賈鄒陸閻韓馮鄧許蕭鄭謝羅龍萬錢湯賀龔譚鍾盧韋麗華國軍東榮偉強傑' +
  '學慶愛蘭鳳飛紅亞曉靜潔綺緒維綱縱紀經緯純繼續興業義禮賢貴費賽贊贛輝達遠連遜邁鋒鋼錦鐵銀銳' +
  '鎮長開閔聞顏顧願風駿騰驍鵬鴻鶴麥黨齊龐寶實寧審憲懷歐歡歷澤濤潤滿瀾瑋瑤璽環瓊畢盡監礎禎穎' +
  '竇節範籌緣聖聰聯肅膽臨艷藝蓋蔭薩衛裝觀訓詩誠語諾諸讓豐貝貞財貢質車軒轉農遲鄔釗鈞鈺銘鑑閣' +
  '陰陽隊階際隨雲霧靈韻領頌頡額餘饒駱驥魯鮑鳴鷹單喬嚴壯壽將專尋導屆嶽師帥幹彥後徑從復徵應戰' +
  '戶擇攝敵時晉暢書會權條樂樓樹橋檢';
const SIMPLIFIED =
  '张刘陈杨黄赵吴孙马苏叶吕蒋贾邹陆阎韩冯邓许萧郑谢罗龙万钱汤贺龚谭钟卢韦丽华国军东荣伟强杰' +
  '学庆爱兰凤飞红亚晓静洁绮绪维纲纵纪经纬纯继续兴业义礼贤贵费赛赞赣辉达远连逊迈锋钢锦铁银锐' +
  '镇长开闵闻颜顾愿风骏腾骁鹏鸿鹤麦党齐庞宝实宁审宪怀欧欢历泽涛润满澜玮瑶玺环琼毕尽监础祯颖' +
  '窦节范筹缘圣聪联肃胆临艳艺盖荫萨卫装观训诗诚语诺诸让丰贝贞财贡质车轩转农迟邬钊钧钰铭鉴阁' +
  '阴阳队阶际随云雾灵韵领颂颉额余饶骆骥鲁鲍鸣鹰单乔严壮寿将专寻导届岳师帅干彦后径从复征应战' +
  '户择摄敌时晋畅书会权条乐楼树桥检';
const SIMPLE = new Map([...TRADITIONAL].map((letter, at) => [letter, [...SIMPLIFIED][at]]));

/** 張國強 → 张国强 */
export function simpleName(name: string): string {
  return [...name].map((letter) => SIMPLE.get(letter) ?? letter).join('');
}
