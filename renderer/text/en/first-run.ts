import type { vi } from '../vi.ts';

export const firstRun: (typeof vi)['firstRun'] = { title: '' };
