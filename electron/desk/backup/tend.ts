import type { DeskContext } from '../core/context.ts';
import { toldInFull } from '../core/bug.ts';

/** What a desk does by itself while it is open: a backup where one is due, a look at the whole register. */
export async function tend(desk: DeskContext, when: 'hourly' | 'closing' = 'hourly'): Promise<void> {
  await survive(desk, 'backup-broke', () => desk.backups.tick(when));
  if (when === 'hourly') await survive(desk, 'check-broke', () => desk.checker.tick());
}

/** A bug here is told in the log and ends nothing: the desk goes on, and the bar says when the last backup was. */
async function survive(desk: DeskContext, event: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    desk.ports.log.write(event, { error: toldInFull(error) });
  }
}
