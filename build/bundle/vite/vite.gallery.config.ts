import react from '@vitejs/plugin-react';
import path from 'node:path';
import { type Plugin, defineConfig } from 'vite';
import { findAnswer } from '../../../tests/gallery/answers.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** In the place of a desk: the calls that parts make are answered from one table. */
const answering: Plugin = {
  name: 'gallery-answers',
  configureServer({ middlewares }) {
    middlewares.use('/call', (request, response) => {
      const answer = findAnswer(request.url?.slice(1) ?? '');
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ json: answer ?? { defined: false, code: 'NOT_FOUND', status: 404, message: '' } }));
    });
  },
};

/** The parts of the screen by themselves (tests/gallery). Served, never built: nothing of it is in a package. */
export default defineConfig({
  root: path.join(root, 'tests/gallery'),
  cacheDir: path.join(root, 'node_modules/.cache/vite-gallery'),
  plugins: [react(), answering],
  server: { host: '127.0.0.1', port: 5174, fs: { allow: [root] } },
});
