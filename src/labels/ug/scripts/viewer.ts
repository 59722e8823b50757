// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const viewer = 'رەسىم كۆرۈش';
export const place = (number: number, count: number): string => ` (${number}/${count})`;
export const previous = 'ئالدىنقى رەسىم';
export const next = 'كېيىنكى رەسىم';
export const close = 'تاقاش';
