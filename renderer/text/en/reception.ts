import type { vi } from '../vi.ts';

export const reception: (typeof vi)['reception'] = { title: '' };
