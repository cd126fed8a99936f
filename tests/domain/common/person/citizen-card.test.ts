import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { type CitizenCard, readCard } from '../../../../electron/domain/common/person/citizen-card.ts';

const seed = 20261122;
const today = '2026-11-23';
const address = '12 Lê Lợi, Phường Bến Thành, TP. Hồ Chí Minh';
const plain = `079199000001||Trần Thị Bé|05091999|Nữ|${address}|02072025`;

function getCard(scan: string): CitizenCard {
  const card = readCard(scan, today);
  if (isFault(card)) throw new Error(`${card.data.reason} for ${scan}`);
  return card;
}

function warningsOf(scan: string): string[] {
  return getCard(scan).warnings.map((warning) => warning.code);
}

/** The card with one field changed. */
function withField(at: number, text: string): string {
  const fields = plain.split('|');
  fields[at] = text;
  return fields.join('|');
}

describe('a card as it should be', () => {
  test('all seven fields', () => {
    expect(getCard('001098012345|012345678|Nguyễn Văn A|01011998|Nam|Số 10 Tràng Thi, Hà Nội|01082025')).toEqual({
      idNumber: '001098012345',
      oldIdNumber: '012345678',
      fullName: 'Nguyễn Văn A',
      dateOfBirth: '1998-01-01',
      sex: 'male',
      address: 'Số 10 Tràng Thi, Hà Nội',
      issuedOn: '2025-08-01',
      warnings: [],
    });
  });

  test('no old number', () => {
    expect(getCard(plain)).toMatchObject({ idNumber: '079199000001', oldIdNumber: null, sex: 'female', warnings: [] });
  });

  test.each([
    ['CR LF', `${plain}\r\n`],
    ['tab', `${plain}\t`],
    ['STX and ETX', `\u0002${plain}\u0003`],
    ['byte order mark', `\ufeff${plain}`],
    ['symbology mark', `]Q1${plain}`],
    ['extra fields of the 2024 card', `${plain}|012345678|NGUYỄN VĂN CHA|TRẦN THỊ MẸ`],
    ['decomposed letters', plain.normalize('NFD')],
    ['control characters inside', plain.replace('Bé', 'B\u0000é\u001d')],
    ['spaces around', plain.replaceAll('|', ' | ')],
    ['the same card twice', `${plain}\r\n${plain}\r\n`],
  ])('%s changes nothing', (_, scan) => {
    expect(readCard(scan, today)).toEqual(readCard(plain, today));
    expect(warningsOf(scan)).toEqual([]);
  });

  test.each([
    ['05091999', '1999-09-05'],
    ['05/09/1999', '1999-09-05'],
    ['091999', '1999-09'],
    ['1999', '1999'],
    ['00091999', '1999-09'],
    ['00001999', '1999'],
    ['', null],
  ])('birth %j is %j, without a warning', (text, expected) => {
    const card = getCard(withField(3, text));
    expect(card.dateOfBirth).toBe(expected);
    expect(card.warnings).toEqual([]);
  });

  test('empty fields are null, not empty text', () => {
    expect(getCard('079199000001||||||')).toEqual({
      idNumber: '079199000001',
      oldIdNumber: null,
      fullName: null,
      dateOfBirth: null,
      sex: null,
      address: null,
      issuedOn: null,
      warnings: [],
    });
  });
});

describe('no card', () => {
  test.each([
    ['', 'empty'],
    [' \r\n\t', 'empty'],
    ['xin chào', 'not-a-card'],
    ['https://example.invalid/?a=1|b', 'not-a-card'],
    ['H29.999-261123-0042', 'not-a-card'],
    ['079199000001', 'too-few-fields'],
    ['079199000001|012345678|Nguyễn Văn A', 'too-few-fields'],
    [plain.split('|').slice(0, 6).join('|'), 'too-few-fields'],
    [plain.replace('079199000001', '07919900000'), 'id-not-12-digits'],
    [plain.replace('079199000001', ''), 'id-not-12-digits'],
    ['GD4790123456789|4e677579e1bb856e|01/01/1990|1|54502e2048434d|79-034|01/01/2026|-|$', 'health-insurance-card'],
  ])('%j: %s', (scan, reason) => {
    expect(readCard(scan)).toEqual({ fault: 'card-unreadable', data: { reason } });
  });

  test('whatever is scanned, a card with twelve digits or a fault comes back', () => {
    const piece = fc.oneof(fc.constantFrom('|', '|', '079199000001', '05091999', 'Nam', '\n', '~'), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const answer = readCard(pieces.join(''), today);
        if (isFault(answer)) expect(answer.fault).toBe('card-unreadable');
        else expect(answer.idNumber).toMatch(/^\d{12}$/);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe('the separator came as another sign', () => {
  test.each(['~', '¦', '}', ':', '*', '｜', '\\', '°', 'ª', '\t', ';', '\u001d', '§'])('%j', (sign) => {
    const expected = getCard(plain);
    const scan = plain.replaceAll('|', sign);
    expect(getCard(scan)).toEqual({ ...expected, warnings: [{ code: 'separator-restored' }] });
    expect(getCard(`${scan}${sign}012345678${sign}NGUYỄN VĂN CHA`).address).toBe(address);
  });

  test.each([',', '-', '.', '/'])('%j, which may stand in the address too', (sign) => {
    const long = `12${sign}3 Lê Lợi${sign} Bến Thành`;
    expect(getCard(withField(5, long).replaceAll('|', sign))).toMatchObject({ address: long, issuedOn: '2025-07-02' });
  });

  test.each([
    ['two dates after the sex', '079199000001,,Trần Thị Bé,05091999,Nữ,12 Lê Lợi,01012020,02072025'],
    ['no date at all', '079199000001,,Trần Thị Bé,05091999,Nữ,12,Lê Lợi,Bến Thành'],
    ['a letter', plain.replaceAll('|', 'x')],
    ['nothing of the shape of a card', '079199000001,một,hai,ba,bốn,năm,sáu'],
  ])('refused when not sure: %s', (_, scan) => {
    expect(isFault(readCard(scan))).toBe(true);
  });
});

describe('warnings, each alone', () => {
  test.each([
    ['province-unknown', withField(0, '099199000001')],
    ['birth-year-disagrees', withField(3, '05091998')],
    ['sex-disagrees', withField(4, 'Nam')],
    ['birth-in-future', '079326000001||Trần Thị Bé|24112026|Nữ|12 Lê Lợi|'],
    ['several-cards', `${plain}\r\n${withField(0, '079199000002')}`],
    ['date-invalid', withField(3, '31021999')],
    ['date-invalid', withField(3, '5091999')],
    ['date-invalid', withField(3, '05090999')],
    ['date-invalid', withField(3, '05001999')],
    ['date-invalid', withField(6, '99999999')],
    ['date-invalid', withField(6, '072025')],
    ['issued-before-birth', '079325000001||Trần Thị Bé|05092025|Nữ|12 Lê Lợi|02082025'],
    ['sex-unreadable', withField(4, 'N?')],
    ['name-damaged', withField(2, 'Tr?n Th? Bé')],
    ['name-damaged', withField(2, 'Tr\ufffdn Thị Bé')],
    ['name-damaged', withField(2, 'Hu廙軟h Hi廕簑 Thu廕要')],
    ['name-damaged', withField(2, 'Nguyﾃｪn')],
    ['name-damaged', withField(2, 'Trn Th Bé')],
    ['name-damaged', withField(2, 'Lê Văn Äức')],
    ['address-damaged', withField(5, '12 L? L?i')],
    ['address-damaged', withField(5, '12 LÃª Lá»£i')],
    ['address-damaged', withField(5, '廙12 Lê Lợi')],
    ['typed-by-input-method', withField(2, 'Traanf Thij Bes')],
    ['typed-by-input-method', withField(2, 'Trần Thi5 Bé')],
    ['typed-by-input-method', withField(2, 'Nguyeenx Ddaen')],
    ['address-before-merger', withField(6, '30062025')],
  ])('%s: %s', (code, scan) => {
    expect(warningsOf(scan)).toEqual([code]);
  });

  test.each(['Nguyễn Thị Hồng Yến', 'Hà', 'ĐẶNG ĐỨC HÀ', 'Trần Ý Nhã', 'Lã Xã Bá', 'LÃ MÃ BÁ', 'Đỗ Ước'])(
    'UTF-8 read as Latin is noticed in %s, the name itself is not',
    (name) => {
      const bytes = new TextEncoder().encode(name);
      for (const encoding of ['latin1', 'windows-1252']) {
        const garbled =
          encoding === 'latin1' ? String.fromCharCode(...bytes) : new TextDecoder('windows-1252').decode(bytes);
        expect(warningsOf(withField(2, garbled)), garbled).toContain('name-damaged');
        expect(warningsOf(withField(5, garbled)), garbled).toContain('address-damaged');
      }
      expect(warningsOf(withField(2, name))).toEqual([]);
      expect(warningsOf(withField(5, name))).toEqual([]);
    },
  );

  test.each(["H'Hen Niê", 'Y Blŏ Êban', "K'Brêh", 'Ksor Phước', 'Nguyễn Ngọc Quỳnh-Như'])(
    '%s is a lawful name',
    (name) => {
      expect(warningsOf(withField(2, name))).toEqual([]);
    },
  );

  test('a card issued on the day of the merger names the new wards', () => {
    expect(warningsOf(withField(6, '01072025'))).toEqual([]);
  });

  test('without today the future is not judged', () => {
    expect(readCard('079326000001||Trần Thị Bé|24112026|Nữ|12 Lê Lợi|')).toMatchObject({ warnings: [] });
  });

  test('what cannot be a date is null', () => {
    expect(getCard(withField(6, '2025')).issuedOn).toBeNull();
    expect(getCard(withField(3, '31021999')).dateOfBirth).toBeNull();
    expect(getCard(withField(4, 'N?')).sex).toBeNull();
  });

  test('nothing from the scanner reaches the fields as a control character', () => {
    const garbled = String.fromCharCode(...new TextEncoder().encode('Nguyễn Đặng'));
    // eslint-disable-next-line no-control-regex -- the point of the test
    expect(getCard(withField(2, garbled)).fullName).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});

describe('several cards in one scan', () => {
  const other = '001098012345|012345678|Nguyễn Văn Hai|01011998|Nam|Số 10 Tràng Thi, Phường Hoàn Kiếm, Hà Nội|01082025';
  const codes = (card: CitizenCard) => card.warnings.map(({ code }) => code);

  test.each([
    ['', 'glued'],
    ['\t', 'with a tab'],
    [' ', 'with a space'],
    ['\r\n', 'with a line'],
    [']Q1', 'with the mark of a scanner'],
    ['|', 'with a bar'],
  ])('joined by %j (%s): the first is read, and the clerk is told', (between) => {
    const card = getCard(plain + between + other);
    expect(card).toMatchObject({ ...getCard(plain), warnings: [{ code: 'several-cards' }] });
  });

  test.each(['', '\t', '\n', '\r\n'])('broken off and whole again, joined by %j, is the whole card', (between) => {
    for (let at = 13; at < plain.length; at += 1) {
      const card = getCard(plain.slice(0, at) + between + plain);
      expect({ ...card, warnings: [] }, `${at}`).toEqual({ ...getCard(plain), warnings: [] });
    }
  });

  test('of another person, broken off anywhere: what is whole is read, and said', () => {
    for (let at = 13; at < other.length - 8; at += 1) {
      const card = getCard(other.slice(0, at) + plain);
      expect({ ...card, warnings: [] }, `${at}`).toEqual({ ...getCard(plain), warnings: [] });
      expect(codes(card)).toContain('several-cards');
    }
  });

  test('a card with an older number of twelve digits, or with such numbers behind its day of issue, is one card', () => {
    const older = withField(1, '079190000001');
    expect(getCard(older)).toMatchObject({ oldIdNumber: '079190000001', fullName: 'Trần Thị Bé', warnings: [] });
    for (const more of ['079190000002', '079190000002||NGUYỄN VĂN CHA|TRẦN THỊ MẸ', '079190000002|NGUYỄN VĂN CHA'])
      expect(getCard(`${plain}|${more}`)).toEqual(getCard(plain));
  });

  test('a number with digits too many is nobody’s', () => {
    expect(readCard(`0${plain}`)).toMatchObject({ data: { reason: 'id-not-12-digits' } });
    expect(readCard(`07919${other}`)).toMatchObject({ data: { reason: 'id-not-12-digits' } });
  });

  test('any two cards, cut anywhere and joined by anything, never give a person that neither says', () => {
    const two = (values: readonly string[]) => fc.constantFrom(...values);
    const day = fc
      .date({ min: new Date('2021-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
      .map((date) => {
        const [year = '', month = '', of = ''] = date.toISOString().slice(0, 10).split('-');
        return `${of}${month}${year}`;
      });
    const digits = fc.string({ unit: two([...'0123456789']), minLength: 9, maxLength: 9 });
    const person = fc.record({
      id: digits.map((rest) => `079${rest}`),
      old: fc.oneof(
        fc.constant(''),
        digits,
        digits.map((rest) => `001${rest}`),
      ),
      name: two(['Trần Thị Bé', 'Lê Văn Hai', 'NGUYỄN ĐẶNG ÁNH', 'Y ƀlơ̆ Ê̆ban']),
      birth: two(['05091999', '1950', '091960', '']),
      sex: two(['Nam', 'Nữ']),
      address: two([address, '12/3A, Ấp 4', 'Tổ 5, Khu 2, 7', '']),
      issued: day,
      more: two(['', '|012345678|CHA|MẸ', '|079190000002||CHA|MẸ']),
    });
    const textOf = (one: { [name: string]: string }, sign: string) =>
      `${['id', 'old', 'name', 'birth', 'sex', 'address', 'issued'].map((name) => one[name]).join('|')}${one['more']}`.replaceAll(
        '|',
        sign,
      );
    const between = two(['', '', '\t', ' ', '\n', '\r\n', '|', '||', ']Q1', '\u001d', '~', '*', '; ']);
    const said = ({ warnings: _warnings, ...card }: CitizenCard) => card;
    fc.assert(
      fc.property(
        person,
        person,
        between,
        fc.nat(400),
        two(['first', 'second']),
        two(['|', '|', '|', '~', '\t']),
        (a, b, join, cut, which, sign) => {
          const [one, next] = [textOf(a, sign), textOf(b, sign)];
          const scan =
            which === 'first'
              ? one.slice(0, cut % (one.length + 1)) + join + next
              : one + join + next.slice(0, cut % (next.length + 1));
          const read = readCard(scan, today);
          if (isFault(read)) return;
          const owner = read.idNumber === a.id ? one : next;
          const whole = said(getCard(owner));
          // What was cut away is absent; nothing is there that its own card does not say.
          for (const [name, value] of Object.entries(said(read)))
            if (value !== null)
              expect(value, `${name} of ${JSON.stringify(scan)}`).toBe(whole[name as keyof typeof whole]);
        },
      ),
      { seed, numRuns: 5000 },
    );
  });
});
