export const near = (date: string): string => `看${date}的`;
