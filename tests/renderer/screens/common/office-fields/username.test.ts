import { expect, test } from 'vitest';
import { Username } from '../../../../../electron/contract/common/office/office.ts';
import { proposeUsername } from '../../../../../renderer/screens/common/office-fields/username.ts';

test.each<[string, readonly string[], string]>([
  ['Trần Thị Hà', [], 'hatt'],
  ['  đặng  THÁI đức ', [], 'ducdt'],
  ['Trần Thị Hà', ['HATT'], 'hatt2'],
  ['Tạ Thị Hạ', ['hatt', 'hatt2'], 'hatt3'],
  ['Y', [], 'y1'],
  ['H’Hen Niê', [], 'niehh'],
])('%s is proposed where %j are taken: %s', (name, taken, proposed) => {
  expect(proposeUsername(name, taken)).toBe(proposed);
  expect(Username.safeParse(proposed).success).toBe(true);
});

test('of no name nothing is proposed', () => {
  expect(proposeUsername(' – ', [])).toBe('');
});
