export const signIn = { title: '' };
