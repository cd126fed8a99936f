import { useSettings } from '../look/settings.ts';
import { type Texts, texts } from './languages.ts';

export function useTexts(): Texts {
  return texts[useSettings().language];
}
