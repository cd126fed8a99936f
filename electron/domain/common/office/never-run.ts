/**
 * What of this program nobody has ever seen run on a system, told where it runs: an office that is the first to do something has to know. A line goes
 * when somebody saw it and wrote down what (docs/topics/installing.md), never by reading alone.
 */
export const neverRunWords = ['program', 'runtime', 'installer', 'printing', 'folder-rights', 'update'] as const;
export type NeverRun = (typeof neverRunWords)[number];

const onSystem: Readonly<Record<string, readonly NeverRun[]>> = {
  win32: ['program', 'installer', 'printing', 'folder-rights', 'update'],
  linux: ['installer', 'update'],
  darwin: ['program', 'installer', 'printing', 'update'],
};

/** @param isElectron whether the desk runs in its own window's runtime, and not in the machine's browser */
export function neverRunOn(platform: string, isElectron: boolean): readonly NeverRun[] {
  const system = onSystem[platform] ?? neverRunWords.filter((word) => word !== 'runtime');
  return isElectron ? [...system, 'runtime'] : system;
}
