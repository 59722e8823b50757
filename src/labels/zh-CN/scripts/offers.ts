export const column = (name: string): string => `进入栏目${name}`;
export const source = (name: string): string => `来源是${name}的稿件`;
export const literal = (words: string): string => `只查找写有${words}的`;
export const ofYear = (year: string, query: string): string => `只看${year}年发布的${query}`;
