import { randomBytes, randomUUID } from 'node:crypto';
import type { Ports } from '../../electron/desk/core/ports.ts';
import { openDoor } from '../../electron/shell/desk-door.ts';
import { placesBelow, sourceRoot } from '../../electron/shell/places.ts';
import { newFolder } from '../support/desk/folder.ts';

type Line = { readonly event: string; readonly data: Record<string, unknown> | undefined };

/** The real desk on an empty folder, without a printer, its log kept to be read. */
export function openTestDoor() {
  const dataFolder = newFolder();
  const { resourcesFolder, version } = placesBelow(sourceRoot);
  const lines: Line[] = [];
  const log = { write: (event: string, data?: Record<string, unknown>) => void lines.push({ event, data }) };
  const ports: Ports = {
    dataFolder,
    resourcesFolder,
    version,
    holder: 'the shell tests',
    clock: { now: () => Date.now() },
    random: { uuid: () => randomUUID(), bytes: (size) => randomBytes(size) },
    printing: {
      list: async () => [],
      submit: async () => ({ spoolId: '1' }),
      state: async () => ({ state: 'printed', reason: null }),
      cancel: async () => undefined,
    },
    log,
  };
  const door = openDoor(ports);
  return {
    door,
    log,
    lines,
    ports,
    close: () => door.close(),
  };
}
