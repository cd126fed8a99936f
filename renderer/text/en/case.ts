import type { vi } from '../vi.ts';

export const caseFile: (typeof vi)['caseFile'] = { title: '' };
