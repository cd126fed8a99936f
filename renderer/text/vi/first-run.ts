export const firstRun = { title: '' };
