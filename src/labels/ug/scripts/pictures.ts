// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const picture = (number: number): string => `${number}-رەسىم`;
export const enlarge = 'رەسىمنى چوڭايتىش: ';
export const enlargeTold = (number: number): string => `${number}-رەسىمنى چوڭايتىش`;
