export const picture = (number: number): string => `第${number}张图片`;
export const enlarge = '放大图片：';
export const enlargeTold = (number: number): string => `放大第${number}张图片`;
