// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const column = (name: string): string => `${name} سەھىپىسىگە كىرىش`;
export const source = (name: string): string => `مەنبەسى ${name} بولغان ماقالىلەر`;
export const literal = (words: string): string => `پەقەت ${words} يېزىلغانلارنى ئىزدەش`;
export const ofYear = (year: string, query: string): string =>
  `پەقەت ${year}-يىلى ئېلان قىلىنغان ${query}`;
