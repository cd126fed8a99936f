import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { os } from '@orpc/server';
import type { Client } from '../../electron/desk/client.ts';

export function openTestDoor() {
  const folder = mkdtempSync(path.join(tmpdir(), 'door-'));
  const base = os.$context<{ client: Client }>();
  const router = {
    text: { amountInWords: base.handler(({ input }) => ({ text: `fake ${(input as { amount: number }).amount}` })) },
    system: { status: base.handler(({ context }) => ({ user: context.client.session })) },
  };
  const desk = { router, call: async () => ({ ok: true }), close: async () => undefined };
  const door = { desk: () => desk, retry: () => desk, close: async () => undefined } as never;
  const lines: { event: string; data: Record<string, unknown> | undefined }[] = [];
  const log = { write: (event: string, data?: Record<string, unknown>) => void lines.push({ event, data }) };
  return { door, log, lines, folder, close: async () => rmSync(folder, { recursive: true, force: true }) };
}
