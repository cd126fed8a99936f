import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../check/source-files.ts';
import { packageConfiguration } from './package.ts';
import electronConfig from './vite.electron.config.ts';

type Manifest = { main: string; dependencies: Record<string, string>; optionalDependencies: Record<string, string> };
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
const files: readonly string[] = packageConfiguration.files;

describe('what goes into the package', () => {
  test('no fuse is left where an attacker wants it', () => {
    expect(packageConfiguration.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('the Node that npm brings stays at home', () => {
    const travelling = Object.keys(manifest.optionalDependencies).filter(
      (name) => !files.includes(`!node_modules/${name}/**`),
    );
    expect(travelling).toEqual([]);
    expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('node-'))).toEqual([]);
  });

  test('the driver is unpacked as it is, never rebuilt, and only its own prebuild travels', () => {
    expect(packageConfiguration.npmRebuild).toBe(false);
    expect(packageConfiguration.asarUnpack).toContain('**/*.node');
    expect(files.indexOf('!node_modules/better-sqlite3/prebuilds/*')).toBeLessThan(
      files.indexOf('node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node'),
    );
    for (const target of ['win32-x64', 'linux-x64', 'darwin-arm64']) {
      expect(existsSync(path.join(root, `node_modules/better-sqlite3/prebuilds/${target}.node`)), target).toBe(true);
    }
  });

  test('the bundle stands where package.json says, and no source map travels', () => {
    expect(manifest.main).toBe(`${electronConfig.build?.outDir}/main.js`);
    expect(electronConfig.build?.sourcemap ?? false).toBe(false);
    expect(files).toContain('!**/*.map');
  });
});
