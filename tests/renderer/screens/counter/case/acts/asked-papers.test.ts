import { describe, expect, test } from 'vitest';
import type { CaseView } from '../../../../../../electron/contract/counter/case/case.ts';
import {
  askedItems,
  componentOf,
  openItems,
} from '../../../../../../renderer/screens/counter/case/acts/asked-papers.ts';

const certificate = { index: 0, name: 'Giấy chứng nhận đăng ký kết hôn trước đây', short: '', originals: 1, copies: 0 };
const proxy = { index: 3, name: 'Văn bản ủy quyền theo quy định', short: 'Văn bản ủy quyền', originals: 0, copies: 1 };

/** NĐ 118/2025 Điều 16 k3, 19 k5: complete is what every line of the slip came for. */
describe('what was asked for is what is taken', () => {
  test('the lines of the last request, whatever else happened', () => {
    const actions = [
      { type: 'received', detail: {} },
      { type: 'supplement-requested', detail: { items: ['Giấy chứng sinh'], reason: 'thiếu' } },
      { type: 'supplemented', detail: {} },
      { type: 'supplement-requested', detail: { items: ['Giấy chứng nhận trước đây', 'Văn bản ủy quyền'] } },
      { type: 'assigned', detail: {} },
    ] as unknown as CaseView['actions'];
    expect(askedItems(actions)).toEqual(['Giấy chứng nhận trước đây', 'Văn bản ủy quyền']);
    expect(askedItems([])).toEqual([]);
  });

  test('nothing ticked is nothing complete, one of two neither', () => {
    const items = ['Giấy chứng nhận trước đây', 'Văn bản ủy quyền'];
    expect(openItems(items, new Set())).toEqual([0, 1]);
    expect(openItems(items, new Set([1]))).toEqual([0]);
    expect(openItems(items, new Set([0, 1]))).toEqual([]);
    expect(openItems([], new Set())).toEqual([]);
  });

  test('a line that is a component by one of its names counts as one; words of one’s own count as none', () => {
    const all = [certificate, proxy];
    expect(componentOf(all, 'văn bản ủy quyền.')).toEqual({ index: 3, counts: { originals: 0, copies: 1 } });
    expect(componentOf(all, certificate.name.normalize('NFD'))?.index).toBe(0);
    expect(componentOf(all, 'Giấy chứng nhận trước đây')).toBeUndefined();
  });
});
