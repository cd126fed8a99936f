import { type ComponentType, lazy } from 'react';
import { proveHost } from '../desk/host.ts';

/** A screen that is fetched when it is needed, and from our own host alone: what a stranger at its address hands out would run as ours. */
export function provenLazy<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    await proveHost();
    return { default: await load() };
  });
}
