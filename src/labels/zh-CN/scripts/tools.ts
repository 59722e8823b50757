export const copied = '已复制';
export const notCopied = '没能复制';
export const voice = /^(?:zh|cmn)\b/i;
