import { expect, test } from 'vitest';
import { isStrongPassword } from '../../../../electron/contract/common/office/password.ts';

test.each([
  ['fourteen of four kinds', 'Mot-cua-2026-x', true],
  ['thirteen', 'Mot-cua-2026x', false],
  ['no capital', 'mot-cua-2026-x', false],
  ['no small letter', 'MOT-CUA-2026-X', false],
  ['no digit', 'Mot-cua-hai-mu', false],
  ['no sign', 'Motcua2026abcd', false],
  ['a space is a sign', 'Mot cua 2026 x', true],
  // One letter however it was typed.
  ['marks that stand apart', 'Một-2026-ế'.normalize('NFD'), false],
])('%s: %s', (_what, password, strong) => expect(isStrongPassword(password)).toBe(strong));
