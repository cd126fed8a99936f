import type { ActType } from '../../../../electron/contract/case/act.ts';

/**
 * The key of each act, the same whatever else may be done now: a hand that has learnt «Alt+X, done» must never find another act under
 * it. By the letters of the Vietnamese words where they are free; legs go by the digits in the order of their way.
 */
export const actKeys: Readonly<Record<ActType | 'correct', string>> = {
  transfer: 'Alt+Y',
  'take-over': 'Alt+N',
  assign: 'Alt+J',
  pass: 'Alt+P',
  rework: 'Alt+V',
  'hand-back': 'Alt+T',
  'request-supplement': 'Alt+B',
  supplement: 'Alt+S',
  'close-unsupplemented': 'Alt+D',
  'request-obligation': 'Alt+O',
  'meet-obligation': 'Alt+M',
  withdraw: 'Alt+R',
  stop: 'Alt+U',
  refuse: 'Alt+K',
  extend: 'Alt+H',
  finish: 'Alt+X',
  announce: 'Alt+A',
  return: 'Alt+Q',
  'report-error': 'Alt+E',
  'correct-result': 'Alt+W',
  'send-leg': 'Alt+1',
  'leg-received': 'Alt+2',
  'leg-finished': 'Alt+3',
  'leg-returned-incomplete': 'Alt+4',
  archive: 'Alt+L',
  correct: 'Alt+C',
};
