import { expect, test } from 'vitest';
import { actKeys } from '../../../../../renderer/text/screens/counter/case.ts';

test('no two acts share a key, and none takes a key of the frame or of the papers beside it', () => {
  const keys = Object.values(actKeys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const taken of ['Alt+0', 'Alt+9', 'Alt+G', 'Alt+I', 'Ctrl+P']) expect(keys).not.toContain(taken);
});
