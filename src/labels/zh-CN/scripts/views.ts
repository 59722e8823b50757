export const tenThousand = '万';
