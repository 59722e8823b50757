export const place = (number: number, count: number): string => `第${number}张，共${count}张`;
