import { expect, test } from 'vitest';
import { readChosen } from '../../../../../../renderer/screens/common/office/catalogue/chosen-file.ts';

const given = (name: string, bytes: Uint8Array) => ({
  name,
  arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
});

test('a list is what its bytes say, not its name, and comes whole however long it is', async () => {
  const long = Uint8Array.from({ length: 50_000 }, (_, at) => at % 256);
  long.set([0x50, 0x4b]);
  const book = await readChosen(given('danh-muc.csv', long));
  expect(book).toMatchObject({ name: 'danh-muc.csv', format: 'xlsx' });
  expect(Buffer.from(book.base64, 'base64')).toEqual(Buffer.from(long));
  expect(await readChosen(given('a.xlsx', Buffer.from('Mã;Tên')))).toMatchObject({ format: 'csv' });
  expect(await readChosen(given('a.txt', Buffer.from('\ufeff\n {"result":[]}')))).toMatchObject({ format: 'json' });
  expect(await readChosen(given('a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)))).toMatchObject({ format: 'xlsx' });
});
