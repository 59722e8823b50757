// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const near = (date: string): string => `${date} نىڭكىنى كۆرۈش`;
