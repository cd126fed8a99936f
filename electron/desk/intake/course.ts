import type { Term } from '../../contract/values.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import type { GuidedCourse } from '../../domain/entries/intake.ts';
import { processView } from '../process.ts';
import type { Room } from '../room.ts';

/** The steps that guidance names (NĐ 118/2025 Điều 16): those inside the office, and the other agencies where there are any. */
export function courseOf(room: Room, code: string): { course?: GuidedCourse } {
  const procedure = room.findProcedure(code);
  if (procedure === undefined) return {};
  const { steps, verified } = processView(room, procedure);
  const legs = room.legsOf(code);
  const told = [
    ...steps.slice(0, -1).map(({ name, time }) => timed(name, time)),
    ...legs.map(({ agency, work, term }) => timed(`${agency}: ${work}`, term)),
    ...steps.slice(-1).map(({ name, time }) => timed(name, time)),
  ];
  return { course: { steps: told, verified } };
}

function timed(what: string, time: Term | null): string {
  return time === null ? what : `${what} (${termText(time, 'vi')})`;
}
