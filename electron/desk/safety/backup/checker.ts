import { toCivilTime } from '../../../domain/base/civil-time.ts';
import type { RegisterCheck } from '../../../contract/safety/backup/backup.ts';
import type { Reader } from '../../../store/safety/reader/reader.ts';
import { type Check, derivedChecks } from '../../../store/safety/verify/verify.ts';
import type { DeskContext } from '../../core/context.ts';
import type { RegisterChecker } from '../../core/ports.ts';

const eachMs = 24 * 3_600_000;

export function createChecker(getDesk: () => DeskContext): RegisterChecker {
  // A thread of its own: a backup does not wait for a look at the whole.
  let reader: Reader | undefined;
  let running: Promise<RegisterCheck> | undefined;
  let seen: { at: number; seconds: number; checks: readonly Check[] } | undefined;
  let closed = false;

  function last(): RegisterCheck {
    return {
      running: running !== undefined,
      checkedAt: seen === undefined ? null : toCivilTime(seen.at),
      seconds: seen?.seconds ?? null,
      findings: (seen?.checks ?? [])
        .filter(({ found }) => found.length > 0)
        .map(({ name, found }) => ({ check: name, mendable: derivedChecks.has(name), found: [...found] })),
    };
  }

  async function look(): Promise<RegisterCheck> {
    const desk = getDesk();
    const begun = performance.now();
    try {
      reader ??= desk.reader.beside(desk.ports.dataFolder);
      const checks = await reader.read('verify', null);
      seen = { at: desk.now(), seconds: (performance.now() - begun) / 1000, checks };
    } finally {
      running = undefined;
    }
    const found = last();
    desk.ports.log.write('register-checked', {
      seconds: found.seconds,
      found: found.findings.map(({ check }) => check),
    });
    return found;
  }

  function run(): Promise<RegisterCheck> {
    running ??= look();
    return running;
  }

  async function runAnew(): Promise<RegisterCheck> {
    await running?.catch(() => undefined);
    return run();
  }

  async function tick(): Promise<void> {
    const desk = getDesk();
    if (closed || running !== undefined || desk.findOffice() === undefined) return;
    if (seen !== undefined && Math.abs(desk.now() - seen.at) < eachMs) return;
    await run();
  }

  async function close(): Promise<void> {
    closed = true;
    await reader?.close();
    await running?.catch(() => undefined);
  }

  return { last, run, runAnew, tick, close };
}
