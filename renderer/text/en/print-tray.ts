import type { vi } from '../vi.ts';

export const printTray: (typeof vi)['printTray'] = { title: '' };
