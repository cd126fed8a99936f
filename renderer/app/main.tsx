import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from '../desk/client.ts';
import { App } from './App.tsx';
import '../look/fonts.css';

/** The shell writes a fresh nonce into each page it hands out: the only inline styles its policy (CSP) lets in. */
function pageNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce === '' ? undefined : meta?.nonce;
}

const nonce = pageNonce();
const styles = createCache({ key: 'mc', prepend: true, ...(nonce === undefined ? {} : { nonce }) });
const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </CacheProvider>
  </StrictMode>,
);
