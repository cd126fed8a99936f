import type { vi } from '../vi.ts';

export const signIn: (typeof vi)['signIn'] = { title: '' };
