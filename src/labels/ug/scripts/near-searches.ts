// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const meant = (query: string): string => `${query} نى ئىزدەمسىز؟`;
export const apart = (query: string): string => `ئايرىپ يېزىپ ئىزدەش: ${query}`;
export const only = (query: string): string => `پەقەت ${query} نى ئىزدەش`;
export const ofDate = (date: string): string => `${date} نىڭكىنى كۆرۈش`;
