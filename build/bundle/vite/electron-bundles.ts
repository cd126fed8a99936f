/** What dist/electron is made of, in their order: the first empties the folder. Each is `vite.<name>.config.ts`. */
export const electronBundles = ['electron', 'preload'] as const;
