export const find = { title: '' };
