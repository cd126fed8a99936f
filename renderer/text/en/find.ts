import type { vi } from '../vi.ts';

export const find: (typeof vi)['find'] = { title: '' };
