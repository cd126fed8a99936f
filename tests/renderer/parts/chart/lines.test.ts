import { expect, test } from 'vitest';
import {
  type Drawing,
  axisOfShares,
  xOfPoint,
  heldApart,
  everyNth,
  yOfValue,
  segmentsOf,
  ticksUpTo,
} from '../../../../renderer/parts/chart/lines.ts';

const frame: Drawing = { width: 130, height: 70, left: 20, right: 10, top: 10, bottom: 20 };

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [4, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4, 6]],
  [9, [0, 5, 10]],
  [20, [0, 5, 10, 15, 20]],
  [21, [0, 10, 20, 30]],
  [37, [0, 10, 20, 30, 40]],
  [330, [0, 100, 200, 300, 400]],
  [401, [0, 200, 400, 600]],
])('an axis up to %i has the marks %j', (most, marks) => {
  expect(ticksUpTo(most, 4)).toEqual(marks);
});

test('points stand from one end of the axis to the other, one alone in its middle', () => {
  expect([0, 1, 2].map((nth) => xOfPoint(3, nth, frame))).toEqual([20, 70, 120]);
  expect(xOfPoint(1, 0, frame)).toBe(70);
});

test('0 stands on the axis and the greatest at its upper end; nothing leaves the drawing', () => {
  expect([0, 5, 10, 12, -1].map((value) => yOfValue(value, { from: 0, to: 10 }, frame))).toEqual([50, 30, 10, 10, 50]);
});

test.each([
  [[], 90],
  [[98.13, 99.05], 90],
  [[100, 100], 90],
  [[90, 95], 90],
  [[89.99, 100], 80],
  [[62.5, 98], 60],
  [[50, 100], 50],
  [[49.9, 100], 0],
  [[0], 0],
])('an axis of the shares %j begins at %i: what is close to all of it is told apart', (values, from) => {
  expect(axisOfShares(values, 100)).toEqual({ from, to: 100 });
  // What it begins with stands on it, and all of it at its upper end.
  expect([from, 100].map((value) => yOfValue(value, { from, to: 100 }, frame))).toEqual([50, 10]);
});

test('what is not known breaks a line and is no 0', () => {
  expect(segmentsOf([10, null, 0, 5, null], { from: 0, to: 10 }, { ...frame, width: 430 })).toEqual([
    [{ x: 20, y: 10 }],
    [
      { x: 220, y: 50 },
      { x: 320, y: 30 },
    ],
  ]);
  expect(segmentsOf([null, null], { from: 0, to: 10 }, frame)).toEqual([]);
});

test('two names at one height are moved apart, and those that are keep their places', () => {
  expect(heldApart([30, 30], 10)).toEqual([25, 35]);
  expect(heldApart([34, 30], 10)).toEqual([37, 27]);
  expect(heldApart([30, 50], 10)).toEqual([30, 50]);
  expect(heldApart([30, 30], 10, 28)).toEqual([18, 28]);
});

test('as many names are written under the axis as have room', () => {
  expect([30, 50, 51, 101].map((each) => everyNth(3, each, frame))).toEqual([1, 1, 2, 3]);
  expect(everyNth(1, 500, frame)).toBe(1);
});
