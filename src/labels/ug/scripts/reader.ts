// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const language = 'ug';
export const voices = ['ug'];
export const reader = 'ئاۋازلىق ئوقۇش';
export const pause = 'توختاپ تۇرۇش';
export const goOn = 'داۋاملاشتۇرۇش';
export const previous = 'ئالدىنقى ئابزاس';
export const next = 'كېيىنكى ئابزاس';
export const stop = 'توختىتىش';
export const speed = 'ئوقۇش سۈرئىتى';
export const slow = 'ئاستا';
export const usual = 'نورمال';
export const fast = 'تېز';
