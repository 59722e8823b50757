// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const place = (number: number, count: number): string =>
  `${number}-رەسىم، جەمئىي ${count} رەسىم`;
