import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperShortNames, readTyped } from '../../../../electron/domain/counter/certification/typed.ts';

const paper = (pages: number, copies: number, called = '') => ({ paper: called, pages, copies });

describe('papers as a clerk types them', () => {
  test.each([
    ['', []],
    ['2x3 4 10x2', [paper(2, 3), paper(4, 1), paper(10, 2)]],
    ['2X3, 4; 10*2', [paper(2, 3), paper(4, 1), paper(10, 2)]],
    ['2×3', [paper(2, 3)]],
    ['2x', [paper(2, 1)]],
    ['2x3 cc 4 bằng tốt nghiệp', [paper(2, 3, 'Căn cước'), paper(4, 1, 'bằng tốt nghiệp')]],
    ['1 KS 1 ks', [paper(1, 1, 'Giấy khai sinh'), paper(1, 1, 'Giấy khai sinh')]],
    ['10000x999', [paper(10_000, 999)]],
    // Spaces about an x are a habit of hands, and no second paper.
    ['2 x 3', [paper(2, 3)]],
    ['2x 3', [paper(2, 3)]],
    ['2 X 3 cc, 4 * 2', [paper(2, 3, 'Căn cước'), paper(4, 2)]],
    // As the reception takes it.
    ['CCCD 2x3; Sổ hồng 4', [paper(2, 3, 'Căn cước công dân'), paper(4, 1, 'Sổ hồng')]],
    ['cc 2x3', [paper(2, 3, 'Căn cước')]],
    ['cc 2 x 3 ks 1x1', [paper(2, 3, 'Căn cước'), paper(1, 1, 'Giấy khai sinh')]],
    ['2x3 bằng tốt nghiệp 4x1', [paper(2, 3, 'bằng tốt nghiệp'), paper(4, 1)]],
  ])('%s', (text, papers) => {
    expect(readTyped(text)).toEqual({ papers, wrong: [] });
  });

  test.each([
    ['0x3', ['0x3']],
    ['2x0', ['2x0']],
    ['10001', ['10001']],
    ['2x1000', ['2x1000']],
    ['3y 2x3', ['3y']],
    ['căn cước', ['căn', 'cước']],
    ['2x3x4', ['2x3x4']],
    ['2 x 3 x 4', ['x']],
    ['2x 3y', ['3y']],
    ['2x3 cmnd 12 số', ['12']],
    ['2x3 bằng tốt nghiệp 4', ['4']],
    ['CMND 12 số 2x3', ['12']],
    ['cc 2x3 ks', ['ks']],
    ['2x3; cc', ['cc']],
    ['2x3 x', ['x']],
    ['x3', ['x3']],
  ])('%s is told as wrong', (text, wrong) => {
    expect(readTyped(text).wrong).toEqual(wrong);
  });

  test('whatever is typed, each count is one that the desk takes, and nothing is lost unsaid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('2x3', '4', 'cc', '0', 'x')), { maxLength: 8 }),
        (words) => {
          const { papers } = readTyped(words.join(' '));
          for (const { pages, copies, paper: called } of papers) {
            expect(pages >= 1 && pages <= 10_000 && copies >= 1 && copies <= 999).toBe(true);
            expect(called.length).toBeLessThanOrEqual(200);
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    );
    expect(new Set(Object.values(paperShortNames)).size).toBe(Object.keys(paperShortNames).length);
  });
});
