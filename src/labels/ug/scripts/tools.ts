// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const copied = 'كۆچۈرۈلدى';
export const notCopied = 'كۆچۈرۈلمىدى';
export const voice = /^ug\b/i;
