import { type BrowserWindow, powerMonitor } from 'electron';
import type { Client } from '../../desk/core/session/client.ts';
import type { Log } from '../../desk/core/ports.ts';

/** Seconds without mouse or key after which the desk locks (the data-security rules of the office ask for a limit; ten minutes is ours). */
const idleSeconds = 600;
const lookEveryMs = 15_000;

/**
 * Locks when the machine does: screen locked, lid closed, nobody there. The desk forgets the session and the page starts
 * anew, so that nothing of the last case stays in its memory. Drafts are in the store already. Returns how to stop watching.
 */
export function lockWithMachine(window: BrowserWindow, client: Client, log: Log): () => void {
  function lock(reason: string): void {
    if (client.session === null) return;
    client.session = null;
    client.expired = true;
    log.write('locked', { reason });
    if (!window.isDestroyed()) window.webContents.reload();
  }

  const onLockScreen = () => lock('lock-screen');
  const onSuspend = () => lock('suspend');
  powerMonitor.on('lock-screen', onLockScreen);
  powerMonitor.on('suspend', onSuspend);
  const timer = setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= idleSeconds) lock('idle');
  }, lookEveryMs);

  return () => {
    clearInterval(timer);
    powerMonitor.off('lock-screen', onLockScreen);
    powerMonitor.off('suspend', onSuspend);
  };
}
