export const caseFile = { title: '' };
