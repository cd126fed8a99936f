/** What dist/electron is made of, in their order: the first empties the folder. */
export const electronBundles = ['electron', 'preload'] as const;

/** Where, from the root, stands how a bundle is made. */
export function bundleConfig(name: 'renderer' | (typeof electronBundles)[number]): string {
  return `build/bundle/vite/vite.${name}.config.ts`;
}
