import { type Fault, fault, isFault } from '../../contract/fault.ts';
import { type ProcessFlaw, processFlaw } from '../../domain/routing/process.ts';
import { authorOf } from '../author.ts';
import { type Handlers, getSession } from '../handler.ts';
import { processView } from '../process.ts';

const flaws: Readonly<Record<ProcessFlaw, { readonly reason: string; readonly reasonEn: string }>> = {
  'reception-first': {
    reason: 'bước đầu là tiếp nhận, do bộ phận một cửa làm',
    reasonEn: 'the first step is the reception, done by the desk',
  },
  'return-last': {
    reason: 'bước cuối là trả kết quả, do bộ phận một cửa làm',
    reasonEn: 'the last step is the return of the result, done by the desk',
  },
  'name-twice': { reason: 'có hai bước trùng tên', reasonEn: 'two steps have the same name' },
  'nobody-handles': {
    reason: 'giữa tiếp nhận và trả kết quả phải có ít nhất một bước xử lý',
    reasonEn: 'between reception and return somebody has to handle the file',
  },
};

type ProcessHandlers = Pick<Handlers['procedure'], 'process' | 'setProcess'>;

export const processHandlers: ProcessHandlers = {
  process: (room, { code }) => {
    const procedure = room.findProcedure(code);
    return procedure === undefined ? fault('procedure-unknown', { code }) : processView(room, procedure);
  },

  setProcess: (room, { code, steps, reason }, caller) => {
    const procedure = room.findProcedure(code);
    if (procedure === undefined) return fault('procedure-unknown', { code });
    const flaw = processFlaw(steps);
    if (flaw !== null) return fault('process-unfit', { flaw, ...flaws[flaw] });
    const view = processView(room, procedure, steps);
    if (!view.sum.fits) return tooLong(code, view.sum);
    const done = room.store.write(authorOf(getSession(caller)), room.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'process-set', code, steps, reason }),
    );
    if (isFault(done)) return done;
    room.forget();
    // Read again, so that it says who set it.
    return processView(room, procedure);
  },
};

function tooLong(
  code: string,
  { minutes, termMinutes }: { readonly minutes: number; readonly termMinutes: number | null },
): Fault<'process-too-long'> {
  const hours = (value: number) => Math.round(value / 6) / 10;
  return fault('process-too-long', { code, hours: hours(minutes), termHours: hours(termMinutes ?? 0) });
}
