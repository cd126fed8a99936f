import { useSettings } from '../settings.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

/** Every visible word. Vietnamese is the measure: English must have the same shape. */
export type Texts = typeof vi;

const texts: Record<'vi' | 'en', Texts> = { vi, en };

export function useTexts(): Texts {
  return texts[useSettings().language];
}
