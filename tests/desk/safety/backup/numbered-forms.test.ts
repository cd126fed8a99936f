import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isNumbered } from '../../../../electron/paper/forms/forms.ts';
import { numberedForms } from '../../../../electron/store/safety/backup/series-ahead.ts';

test('the forms whose numbers a restore passes over are those that have numbers', () => {
  const forms = readdirSync('resources/forms').map((file) => file.replace(/\.json$/, ''));
  expect(forms.filter(isNumbered).toSorted()).toEqual([...numberedForms].toSorted());
});
