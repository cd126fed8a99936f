import { expect, test } from 'vitest';
import { actKeys } from '../../../../../renderer/text/screens/counter/case.ts';

test('no two acts share a key but those that no case allows at once, and none takes a key of the frame or of the papers beside it', () => {
  expect(actKeys['undo-reception']).toBe(actKeys['undo-return']);
  expect(actKeys['take-back-certified']).toBe(actKeys['undo-return']);
  expect(actKeys['propose-supplement']).toBe(actKeys['request-supplement']);
  const seconds = new Set(['undo-return', 'take-back-certified', 'propose-supplement']);
  const keys = Object.entries(actKeys).flatMap(([act, key]) => (seconds.has(act) ? [] : [key]));
  expect(new Set(keys).size).toBe(keys.length);
  for (const taken of ['Alt+0', 'Alt+9', 'Alt+K', 'Alt+I', 'Ctrl+P']) expect(keys).not.toContain(taken);
});
