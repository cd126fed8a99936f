import { rem } from '../../../look/theme.ts';

/** Letters for three metres: as large as these pixels on a window of 1366, and larger on a larger one. */
export const far = (pixels: number) => `max(${rem(pixels)}, ${(pixels / 13.66).toFixed(2)}vw)`;
