import { expect, test } from 'vitest';
import { neverRunOn, neverRunWords } from '../../../../electron/domain/common/office/never-run.ts';

test.each([
  ['linux', false, ['installer', 'update']],
  ['linux', true, ['installer', 'update', 'runtime']],
  ['win32', true, ['program', 'installer', 'printing', 'folder-rights', 'update', 'runtime']],
  ['darwin', false, ['program', 'installer', 'printing', 'update']],
])('%s, in its own runtime %s', (platform, isElectron, words) => {
  expect(neverRunOn(platform, isElectron)).toEqual(words);
});

test('on a system nobody thought of nothing has been seen', () => {
  expect(neverRunOn('freebsd', true).toSorted()).toEqual([...neverRunWords].toSorted());
});
