import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf, signPack } from '../../../electron/desk/catalogue/packs/signature.ts';

/** Invented publishers, by a key that is the same at each run. */
export function publisherPem(no: number): string {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, no)]);
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
}

const form = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../../../resources/forms/${name}.json`), 'utf8');

/** A pack of every kind, as a city would make it at the end of November 2026. */
export function packOfAll() {
  return {
    pack: 1,
    title: 'Gói dữ liệu thử 12/2026',
    publisher: 'Sở Tư pháp (thử)',
    madeOn: '2026-11-20',
    procedures: {
      items: [
        {
          code: '1.999001',
          name: 'Xác nhận hoạt động nhà trọ',
          field: 'Nhà ở',
          term: { value: 3, unit: 'working-day', ground: 'Quyết định thử 01/QĐ' },
          nicknames: ['nhà trọ'],
          components: [{ name: 'Đơn đề nghị', originals: 1, copies: 0 }],
        },
      ],
      ended: ['1.013855'],
    },
    calendar: {
      days: [
        {
          date: '2026-12-04',
          name: 'Nghỉ bù (thử)',
          kind: 'swap-off',
          source: 'Công văn thử 01/CV',
          verification: 'verified',
        },
      ],
      ordinary: [],
      weeks: [],
      hours: [
        {
          date: '2026-12-05',
          sessions: [{ start: '07:30', end: '11:30' }],
          ground: 'Mở sáng thứ Bảy theo Công văn thử',
        },
      ],
    },
    forms: [
      {
        form: 'mau-01',
        text: form('mau-01').replace('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'GIẤY TIẾP NHẬN VÀ HẸN TRẢ (THỬ)'),
      },
    ],
    fees: {
      rules: [
        {
          code: '1.999001',
          amount: 12_000,
          note: 'Theo Nghị quyết thử.',
          rules: [{ kind: 'flat', name: 'Lệ phí xác nhận', amount: 12_000, source: 'Nghị quyết thử 02/NQ' }],
        },
      ],
      incentives: [
        {
          id: 'thu-nha-tro',
          name: 'Giảm lệ phí xác nhận (thử)',
          basis: 'Nghị quyết thử 03/NQ',
          from: '2026-01-01',
          until: null,
          procedures: ['1.999001'],
          channels: ['online'],
          fees: ['Lệ phí xác nhận'],
          percentOff: 50,
          verified: false,
          note: '',
        },
      ],
    },
    processes: {
      frames: [],
      steps: [
        {
          code: '1.999001',
          steps: [
            { name: 'Tiếp nhận hồ sơ', role: 'clerk', time: null },
            { name: 'Đi xem nhà trọ', role: 'officer', time: { value: 1, unit: 'working-day' } },
            { name: 'Lãnh đạo ký', role: 'supervisor', time: { value: 4, unit: 'working-hour' } },
            { name: 'Trả kết quả', role: 'clerk', time: null },
          ],
        },
      ],
    },
    settings: { lookupAddress: 'tracuu.thu.example.vn', peopleOnWall: true, signing: 'leader' },
  };
}

export type PackSample = ReturnType<typeof packOfAll>;

/** The same as a file that publisher `no` signed. */
export function signedPack(pack: object = packOfAll(), no = 7): string {
  return JSON.stringify(signPack(pack, publisherPem(no)), null, 1);
}

/** What the office has to be told of that publisher, to trust them. */
export function publisherOf(text: string) {
  const { key } = (JSON.parse(text) as { signature: { key: string } }).signature;
  return { key, name: 'Sở Tư pháp (thử)', fingerprint: fingerprintOf(key), reason: 'So vân khóa qua điện thoại' };
}
