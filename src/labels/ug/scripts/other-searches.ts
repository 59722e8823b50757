// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const meant = (query: string): string => `${query} نى ئىزدەمسىز؟`;
export const withoutMarks = 'تىنىش بەلگىسىنى چىقىرىۋېتىپ ئىزدەش';
export const without = (terms: string): string => `${terms} نى چىقىرىۋېتىپ ئىزدەش`;
export const withoutFilters = 'سەھىپە، يىل ۋە مەنبەنى چەكلىمەي ئىزدەش';
