import type { Printer } from '../contract/printing/paper.ts';
import type { RollPrinter } from '../contract/printing/printers.ts';
import type { Spooler } from './spooler.ts';

const mark = 'roll:';
type Way = Pick<Spooler, 'list' | 'submit' | 'state' | 'cancel'>;

/** The machine's printers and the office's roll printers in one list; a roll printer goes before a queue of the same name. */
export function withRolls(machine: Way, roll: Way, rolls: () => readonly RollPrinter[]): Way {
  const isRoll = (name: string): boolean => rolls().some((printer) => printer.name === name);
  const wayOf = (spoolId: string): [Way, string] =>
    spoolId.startsWith(mark) ? [roll, spoolId.slice(mark.length)] : [machine, spoolId];
  return {
    list: async () => {
      const [own, theirs] = await Promise.all([machine.list(), roll.list()]);
      const listed = 'fault' in theirs ? [] : theirs;
      if ('fault' in own) return listed.length === 0 ? own : listed;
      return [...own.filter(({ name }: Printer) => !isRoll(name)), ...listed];
    },
    submit: async (order) => {
      if (!isRoll(order.printer)) return machine.submit(order);
      const answer = await roll.submit(order);
      return 'fault' in answer ? answer : { spoolId: `${mark}${answer.spoolId}` };
    },
    state: (spoolId) => {
      const [way, own] = wayOf(spoolId);
      return way.state(own);
    },
    cancel: (spoolId) => {
      const [way, own] = wayOf(spoolId);
      return way.cancel(own);
    },
  };
}
