import Box from '@mui/material/Box';
import { KeyCap } from '../../../renderer/parts/keys/KeyCap.tsx';
import { KeyHints } from '../../../renderer/parts/keys/KeyHints.tsx';
import type { Entries } from '../entry.ts';

export const keys: Entries = {
  KeyHints: {
    show: () => (
      <KeyHints
        hints={[
          ['Space', 'đánh dấu'],
          ['Shift+ArrowDown', 'đánh dấu tiếp'],
          ['Ctrl+A', 'cả nhóm'],
        ]}
      />
    ),
  },
  KeyCap: {
    show: () => (
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <KeyCap keys="F2" />
        <KeyCap keys="Ctrl+Enter" />
        <KeyCap keys="Alt+ArrowUp" />
        <Box sx={{ bgcolor: 'var(--brand)', color: 'var(--on-brand)', padding: 1 }}>
          <KeyCap keys="Escape" quiet />
        </Box>
      </Box>
    ),
  },
};
