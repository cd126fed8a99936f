export const printTray = { title: '' };
