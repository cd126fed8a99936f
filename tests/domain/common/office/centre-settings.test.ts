import { expect, test } from 'vitest';
import type { OfficeSettings } from '../../../../electron/contract/common/office/office.ts';
import { askedOver, changedOfCentre } from '../../../../electron/domain/common/office/centre-settings.ts';

const settings = (own: object) =>
  ({ centreName: 'Trung tâm A', phone: '0281', printer: 'P1', ...own }) as OfficeSettings;

test.each<[string, object, readonly string[]]>([
  ['nothing', {}, []],
  ['what is the centre’s', { phone: '0282' }, ['phone']],
  ['two of it', { phone: '0282', centreName: 'B' }, ['centreName', 'phone']],
  ['what is this counter’s alone', { printer: 'P2' }, []],
  ['what was not there', { lookupAddress: 'a.vn' }, ['lookupAddress']],
  ['nothing, where «none» is written out', { lookupAddress: null }, []],
])('what of the centre was changed: %s', (_what, own, changed) => {
  expect(changedOfCentre(settings({}), settings(own))).toEqual(changed);
});

test('what nobody touched stays as another counter set it meanwhile; what is asked for holds, the counter’s own too', () => {
  const now = settings({ phone: '0289', centreName: 'Trung tâm B' });
  const asked = settings({ phone: '0282', printer: 'P2' });
  expect(askedOver(now, asked, ['phone'])).toEqual(
    settings({ centreName: 'Trung tâm B', phone: '0282', printer: 'P2' }),
  );
});

test('what another counter set and this form does not have is kept, and what nobody has is no key', () => {
  const kept = askedOver(settings({ lookupAddress: 'a.vn' }), settings({}), []);
  expect(kept).toEqual(settings({ lookupAddress: 'a.vn' }));
  expect(Object.keys(askedOver(settings({}), settings({}), []))).not.toContain('lookupAddress');
});
