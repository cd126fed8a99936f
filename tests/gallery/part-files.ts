import { listFiles } from '../../build/check/source-files.ts';

/** The files of renderer/parts that show something, as `controls/Chip`; hooks and helpers have nothing to look at. */
export function partNames(): readonly string[] {
  return listFiles(/^renderer\/parts\/\w+\/(\w+\.tsx|primitives\.ts)$/).map((file) =>
    file.replace(/^renderer\/parts\/|\.tsx?$/g, ''),
  );
}
