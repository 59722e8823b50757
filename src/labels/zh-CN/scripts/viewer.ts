export const viewer = '查看图片';
export const place = (number: number, count: number): string => `（${number}/${count}）`;
export const previous = '上一张';
export const next = '下一张';
export const close = '关闭';
