import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a system tool is, in PATH or in the system folders that are not in it. */
export function findTool(name: string): string | undefined {
  const places = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return places.map((place) => join(place, name)).find((path) => existsSync(path));
}
