import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queries } from '../../renderer/desk/client.ts';
import { LookProvider } from '../../renderer/look/LookProvider.tsx';
import { changeSettings } from '../../renderer/look/settings.ts';
import { LookControls } from '../../renderer/parts/controls/LookControls.tsx';
import { ShortcutsProvider } from '../../renderer/parts/dialog/ShortcutsProvider.tsx';
import type { Entries, Entry } from './entry.ts';
import '../../renderer/look/fonts.css';

const files = import.meta.glob<Record<string, Entries>>('./parts/*.tsx', { eager: true });

/** `controls/Chip` and how it is shown, in the order of the folders. */
const parts: readonly (readonly [name: string, entry: Entry])[] = Object.entries(files).flatMap(([file, exported]) => {
  const folder = file.replace('./parts/', '').replace('.tsx', '');
  return Object.values(exported).flatMap((entries) =>
    Object.entries(entries).map(([name, entry]) => [`${folder}/${name}`, entry] as const),
  );
});

/** The one that is looked at by itself, or all. */
const wanted = new URLSearchParams(location.search).get('part');

function Part({ name, entry }: { readonly name: string; readonly entry: Entry }) {
  const { show: Shown } = entry;
  const link = `?part=${name}`;
  return (
    <Box component="section" data-part={name} data-above={entry.above} sx={{ padding: 3 }}>
      <Typography variant="h2" sx={{ marginBottom: 2 }}>
        <a href={link} style={{ color: 'inherit' }}>
          {name}
        </a>
      </Typography>
      {(entry.above === undefined || wanted !== null) && (
        <Box data-shown sx={{ display: 'flex', flexDirection: 'column', gap: 2, maxWidth: 640 }}>
          <Shown />
        </Box>
      )}
    </Box>
  );
}

function Gallery() {
  return (
    <Box sx={{ height: '100%', overflow: 'auto' }}>
      {wanted === null && (
        <Box component="header" sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, padding: 3 }}>
          <LookControls />
        </Box>
      )}
      {parts
        .filter(([name]) => wanted === null || name === wanted)
        .map(([name, entry]) => (
          <Part key={name} name={name} entry={entry} />
        ))}
    </Box>
  );
}

// For the journey that looks at every part in every look: it changes them without loading the page anew.
Object.assign(window, { changeSettings });

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <CacheProvider value={createCache({ key: 'mc', prepend: true })}>
    <QueryClientProvider client={queries}>
      <LookProvider>
        <ShortcutsProvider>
          <Gallery />
        </ShortcutsProvider>
      </LookProvider>
    </QueryClientProvider>
  </CacheProvider>,
);
