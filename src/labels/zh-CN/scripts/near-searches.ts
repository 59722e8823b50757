export const meant = (query: string): string => `是不是要找${query}？`;
export const apart = (query: string): string => `分开写成${query}再搜`;
export const only = (query: string): string => `只搜${query}`;
export const ofDate = (date: string): string => `看${date}的`;
