import type { SetBy } from '../contract/values.ts';
import { findLastSetting } from '../store/office/settings.ts';
import type { Room } from './room.ts';

/** Who last set something for a procedure, when and why; null while nobody did. */
export function lastSetting(room: Room, type: 'process-set' | 'legs-set', code: string): SetBy | null {
  return findLastSetting(room.store.db, type, code) ?? null;
}
