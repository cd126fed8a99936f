export const reception = { title: '' };
