import { rem } from '../../../../look/theme.ts';

/** Letters for three metres: as large as these pixels on a window of 1366, and larger on a larger one. On paper, held in a hand, they are smaller (`--far`). */
export const far = (pixels: number) => `calc(var(--far, 1) * max(${rem(pixels)}, ${(pixels / 13.66).toFixed(2)}vw))`;
