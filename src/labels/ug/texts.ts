// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type {
  ArticleLabels,
  BodyLabels,
  ConsultationLabels,
  DocumentLabels,
  FileLabels,
  ValidityName,
} from '../text-labels.ts';
import { place } from './scripts/gallery.ts';

export const article: ArticleLabels = {
  source: 'مەنبە: ',
  published: 'ئېلان قىلىنغان ۋاقتى: ',
  views: 'كۆرۈلۈش سانى: ',
  author: 'ئاپتور: ',
  editor: 'مەسئۇل مۇھەررىر: ',
  reviewers: 'تەكشۈرگۈچى: ',
  attachments: 'قوشۇمچە ھۆججەتلەر',
  corrections: 'تۈزىتىش',
  allCorrections: 'بېكەتنىڭ تۈزىتىش خاتىرىسى',
  repostedFrom: 'كۆچۈرۈپ ئېلىنغان بېكەت: ',
  firstPublished: 'ئەسلى ئېلان قىلىنغان ۋاقتى: ',
  repostedAddress: 'ئەسلى ماقالە ئۇلانمىسى: ',
  reportMistake: 'خاتالىق مەلۇم قىلىش',
  more: 'تېخىمۇ كۆپ: ',
  ofTopics: 'تەۋە مەخسۇس تېما: ',
  neighbours: 'ئالدىنقى ۋە كېيىنكى ماقالە',
  newer: 'ئالدىنقى ماقالە: ',
  older: 'كېيىنكى ماقالە: ',
  none: 'يوق',
  code: 'بۇ بەتنىڭ ئىككىلىك كودى',
  codeUse: 'كودنى سىكاننېرلاپ يانفوندا كۆرۈڭ ياكى ھەمبەھىرلەڭ',
  address: 'بۇ بەتنىڭ تور ئادرېسى: ',
  related: 'مۇناسىۋەتلىك ماقالىلەر',
  tools: {
    sizes: 'خەت چوڭلۇقى',
    small: 'كىچىك',
    medium: 'ئوتتۇرا',
    large: 'چوڭ',
    sizeOf: (name) => `${name} خەت`,
    print: 'بېسىپ چىقىرىش',
    readAloud: 'ئاۋازلىق ئوقۇش',
    copy: 'ئۇلانمىنى كۆچۈرۈش',
    share: 'ھەمبەھىرلەش',
  },
};

const WHICH = { this: 'بۇ ھۆججەت', original: 'ئەسلى ھۆججەت' };
const VERBS: Readonly<Record<ValidityName, string>> = {
  有效: '',
  失效: 'كۈچىدىن قالدى',
  废止: 'بىكار قىلىندى',
  已修改: 'تۈزىتىلدى',
};

export const document: DocumentLabels = {
  index: 'ئىندېكس نومۇرى',
  number: 'ھۆججەت نومۇرى',
  issuer: 'ھۆججەت چىقارغان ئورگان',
  signed: 'تۈزۈلگەن ۋاقتى',
  published: 'ئېلان قىلىنغان ۋاقتى',
  theme: 'تېما تۈرى',
  validity: 'كۈچكە ئىگىلىكى',
  until: 'كۈچكە ئىگە ئاخىرقى كۈن',
  validities: {
    有效: 'كۈچكە ئىگە',
    失效: 'كۈچىدىن قالغان',
    废止: 'بىكار قىلىنغان',
    已修改: 'تۈزىتىلگەن',
  },
  ended: (which, validity) => [`${WHICH[which]} `, ` ${VERBS[validity]}.`],
  endedSome: (which, validity) => `${WHICH[which]} ${VERBS[validity]}.`,
  endedByTime: (which) => [`${WHICH[which]} `, 'گىچە كۈچكە ئىگە ئىدى، ھازىر كۈچىدىن قالدى.'],
  see: 'مۇنۇ ھۆججەتكە قاراڭ: ',
  interpretation: 'چۈشەندۈرۈش',
  interpretations: 'مۇناسىۋەتلىك چۈشەندۈرۈشلەر',
  interpretationsCounted: (count) => `مۇناسىۋەتلىك چۈشەندۈرۈشلەر (${count} پارچە)`,
  original: 'ئەسلى ھۆججەت: ',
  explained: 'چۈشەندۈرۈلگەن ھۆججەت',
};

export const consultation: ConsultationLabels = {
  consultation: 'پىكىر ئېلىش',
  period: 'پىكىر ئېلىش ۋاقتى',
  to: ' – ',
  way: 'پىكىر بېرىش',
  result: 'نەتىجە',
  states: {
    coming: 'تېخى باشلانمىدى',
    open: 'پىكىر ئېلىنىۋاتىدۇ',
    over: 'ئاخىرلاشتى',
    answered: 'نەتىجىسى ئېلان قىلىندى',
  },
  untold: 'ئاخىرلاشتى، نەتىجىسى تېخى ئېلان قىلىنمىدى',
  told: 'ئاخىرلاشتى، نەتىجىسى ئېلان قىلىندى',
  toldBy: 'ئاخىرلاشتى، نەتىجىسى ئېلان قىلىندى: ',
  today: 'بۈگۈن ئاخىرلىشىدۇ',
  daysLeft: (days) => `${days} كۈن قالدى`,
  until: 'ئاخىرقى كۈنى ',
  answers: 'نەتىجىسى ئېلان قىلىنغان پىكىر ئېلىش: ',
  ofDay: (day) => `${day} ئېلان قىلىنغان پىكىر ئېلىش`,
  answered: 'نەتىجىسى ئېلان قىلىنغان پىكىر ئېلىش',
};

export const body: BodyLabels = {
  contents: 'مۇندەرىجە',
  linkTo: (heading) => `«${heading}» نىڭ ئۇلانمىسى`,
  table: (number) => (number === 1 ? 'جەدۋەل' : `${number}-جەدۋەل`),
  footnotes: 'ئىزاھاتلار',
  captions: 'ئۇيغۇرچە سىن خېتى',
  backToText: (number, repeat) =>
    `تېكىستكە قايتىش (${number}-ئىزاھات${repeat > 1 ? `، ${repeat}-ئورۇن` : ''})`,
  gallery: {
    gallery: 'رەسىملەر توپلىمى',
    slides: 'رەسىملەر، ئوڭغا ياكى سولغا سۈرگىلى بولىدۇ',
    thumbnails: 'رەسىملەر مۇندەرىجىسى',
    previous: 'ئالدىنقى رەسىم',
    next: 'كېيىنكى رەسىم',
    place,
    thumbnail: (number, caption) => `${number}-رەسىم${caption === '' ? '' : `: ${caption}`}`,
  },
};

const DOCUMENT = 'ھۆججىتى';
const TABLE = 'جەدۋىلى';
const SLIDES = 'نۇسخا كۆرسىتىش ھۆججىتى';
const ARCHIVE = 'پىرېسلانغان ھۆججەت';
const PICTURE = 'رەسىم';
const VIDEO = 'سىن';

export const files: FileLabels = {
  kinds: new Map([
    ['doc', `Word ${DOCUMENT}`],
    ['docx', `Word ${DOCUMENT}`],
    ['wps', `WPS ${DOCUMENT}`],
    ['xls', `Excel ${TABLE}`],
    ['xlsx', `Excel ${TABLE}`],
    ['et', `WPS ${TABLE}`],
    ['csv', `CSV ${TABLE}`],
    ['ppt', SLIDES],
    ['pptx', SLIDES],
    ['dps', SLIDES],
    ['pdf', `PDF ${DOCUMENT}`],
    ['ofd', `OFD ${DOCUMENT}`],
    ['txt', 'تېكىست ھۆججىتى'],
    ['rtf', `RTF ${DOCUMENT}`],
    ['zip', ARCHIVE],
    ['rar', ARCHIVE],
    ['7z', ARCHIVE],
    ['jpg', PICTURE],
    ['jpeg', PICTURE],
    ['png', PICTURE],
    ['gif', PICTURE],
    ['webp', PICTURE],
    ['svg', PICTURE],
    ['mp4', VIDEO],
    ['webm', VIDEO],
    ['mp3', 'ئۈن'],
  ]),
  otherKind: (ending) => (ending === '' ? 'ھۆججەت' : `${ending} ${DOCUMENT}`),
  plays: (time) => `ۋاقتى ${time}`,
  time: {
    hours: (count) => `${count} سائەت`,
    minutes: (count) => `${count} مىنۇت`,
    seconds: (count) => `${count} سېكۇنت`,
    between: ' ',
  },
};
