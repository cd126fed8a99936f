import { expect, test } from 'vitest';
import { type CollectionShape, isPosScanner, readPosReport } from '../../../renderer/scanner/hid-pos.ts';

/** The scanned-data report as makers lay it out by the usage tables: symbology in three bytes, 56 bytes of data, one bit that says it goes on. */
const scanner: CollectionShape[] = [
  {
    usagePage: 0x8c,
    inputReports: [
      {
        reportId: 2,
        items: [
          { reportSize: 8, reportCount: 3, usages: [0x8c00fb, 0x8c00fc, 0x8c00fd] },
          { reportSize: 8, reportCount: 56, usages: [0x8c00fe] },
          { reportSize: 1, reportCount: 1, usages: [0x8c00ff] },
          { reportSize: 7, reportCount: 1 },
        ],
      },
    ],
  },
];

function reportOf(text: Uint8Array, goesOn: boolean): Uint8Array {
  const report = new Uint8Array(60);
  report.set(text, 3);
  report[59] = goesOn ? 1 : 0;
  return report;
}

const bytes = new TextEncoder().encode('079190001234||Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi');

test('a card longer than a report comes in two, cut in the middle of a letter, and is whole', () => {
  const parts = [bytes.subarray(0, 21), bytes.subarray(21)].map((part, index) =>
    readPosReport(scanner, 2, reportOf(part, index === 0)),
  );
  expect(parts.map((part) => part?.goesOn)).toEqual([true, false]);
  expect(parts.flatMap((part) => [...(part?.bytes ?? [])])).toEqual([...bytes]);
});

test('a report of another number, or one without data, is no scan', () => {
  expect(readPosReport(scanner, 3, reportOf(bytes.subarray(0, 20), false))).toBeNull();
  expect(
    readPosReport([{ usagePage: 0x8c, inputReports: [{ reportId: 2, items: [] }] }], 2, new Uint8Array(4)),
  ).toBeNull();
});

test('usages may be a range, and the collection may lie inside another', () => {
  const ranged: CollectionShape[] = [
    {
      usagePage: 1,
      children: [
        {
          usagePage: 0x8c,
          inputReports: [
            { items: [{ reportSize: 8, reportCount: 8, usageMinimum: 0x8c00fe, usageMaximum: 0x8c00fe }] },
          ],
        },
      ],
    },
  ];
  expect(isPosScanner(ranged)).toBe(true);
  expect(readPosReport(ranged, 0, Uint8Array.of(0x30, 0x37, 0x39, 0, 0, 0, 0, 0))?.bytes).toEqual(
    Uint8Array.of(0x30, 0x37, 0x39),
  );
  expect(isPosScanner([{ usagePage: 1, children: [{ usagePage: 7 }] }])).toBe(false);
});
