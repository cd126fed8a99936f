import { expect } from 'vitest';
import { type TestDesk, reception } from '../desk/test-desk.ts';

export function printKit(at: TestDesk, change: Record<string, unknown> = {}): Promise<any> {
  return at.get('kit.print', { count: 3, printer: 'laser', requestId: crypto.randomUUID(), ...change });
}

/** A reception that was written on a sheet. */
export function onPaper(number: string, acceptedAt: string, more: Record<string, unknown> = {}): Record<string, any> {
  return reception({ fromKit: { number, acceptedAt: `${acceptedAt}+07:00`, ...more } });
}

/** What the whole file says of numbers; anything that is wrong with it fails. */
export function numberNotes(at: TestDesk): readonly string[] {
  const { checks } = at.desk.verify();
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  return checks.flatMap(({ name, notes }) => (name === 'paper kits' || name === 'numbers' ? notes : []));
}
