import type { DeskContext } from '../../core/context.ts';
import { toldInFull } from '../../core/bug.ts';

/** What a desk does by itself while it is open: a backup where one is due, a look at the whole register. */
export async function tend(desk: DeskContext, when: 'hourly' | 'closing' = 'hourly'): Promise<void> {
  if (when === 'hourly') await warmUp(desk);
  await survive(desk, 'backup-broke', () => desk.backups.tick(when));
  if (when === 'hourly') await survive(desk, 'check-broke', () => desk.checker.tick());
}

/** The first paper of a desk is made before a clerk waits for it; who opens a sealed one is served within the minute. */
export async function warmUp(desk: DeskContext | null): Promise<void> {
  if (desk !== null && desk.looksOnly === null)
    await survive(desk, 'paper-not-warmed', () => desk.paper.warm('mau-01'));
}

/** A bug here is told in the log and ends nothing: the desk goes on, and the bar says when the last backup was. */
async function survive(desk: DeskContext, event: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    desk.ports.log.write(event, { error: toldInFull(error) });
  }
}

/** Milliseconds between two looks at an open office. */
export const tendEvery = 60_000;
/** Milliseconds after which a window is warmed up: it is painted first, and who works here types a password. */
export const warmAfter = 2_500;
