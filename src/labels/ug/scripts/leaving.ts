// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const title = 'سىز بۇ تور بېكەتتىن ئايرىلىسىز';
export const text =
  'تۆۋەندىكى ئادرېس ھۆكۈمەت تور بېكىتىنىڭ ئادرېسى ئەمەس، مەزمۇنىغا قارشى تەرەپ مەسئۇل: ';
export const stay = 'بۇ بېكەتتە قېلىش';
export const go = 'زىيارەتنى داۋاملاشتۇرۇش';
