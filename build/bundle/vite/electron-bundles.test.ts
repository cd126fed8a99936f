import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../check/source-files.ts';
import { bundleConfig, electronBundles } from './electron-bundles.ts';

const configs = electronBundles.map((name) => `vite.${name}.config.ts`);

// Without the worker no workbook can be made in Electron, and nothing else shows it.
test('whoever builds dist/electron builds all of it', () => {
  const written = readdirSync(path.join(root, 'build/bundle/vite')).filter((name) => {
    const text = name.startsWith('vite.') ? readFileSync(path.join(root, 'build/bundle/vite', name), 'utf8') : '';
    return text.includes('bundleOf({');
  });
  expect(written.toSorted()).toEqual(configs.toSorted());
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(scripts['build:electron']?.match(/vite\.\w+\.config\.ts/g)).toEqual(configs);
  for (const builder of ['build/run/start.ts', 'build/run/test.ts'])
    expect(readFileSync(path.join(root, builder), 'utf8')).toContain('electronBundles');
});

test('what is named as the making of a bundle is there', () => {
  for (const name of ['renderer', ...electronBundles] as const)
    expect(existsSync(path.join(root, bundleConfig(name))), name).toBe(true);
});
