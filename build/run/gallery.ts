import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { root } from '../check/source-files.ts';

/** `npm run gallery`: the parts of the screen by themselves, in every look, both languages and each size of text. */
const usage = `npm run gallery -- [--port N]     mở trang các thành phần | serves the page of the parts
npm run gallery -- --photos       chụp hình và đo tràn | photographs them and measures what overflows
`;

const { values } = parseArgs({
  options: {
    photos: { type: 'boolean', default: false },
    port: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(usage);
else if (values.photos) photograph();
else await serve();

function photograph(): void {
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  const words = ['test', '--config', 'build/check/playwright.config.ts', 'tests/e2e/tools/gallery.spec.ts'];
  const { status } = spawnSync(process.execPath, [cli, ...words], { cwd: root, stdio: 'inherit' });
  process.stdout.write(`${path.join(root, 'node_modules/.cache/gallery')}\n`);
  process.exitCode = status ?? 1;
}

async function serve(): Promise<void> {
  const page = await createServer({
    configFile: path.join(root, 'build/bundle/vite/vite.gallery.config.ts'),
    logLevel: 'warn',
    ...(values.port === undefined ? {} : { server: { port: Number(values.port) } }),
  });
  await page.listen();
  process.stdout.write(`${page.resolvedUrls?.local[0] ?? ''}\n`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void page.close());
}
