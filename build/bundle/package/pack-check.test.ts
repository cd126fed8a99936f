import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../check/source-files.ts';
import { packageConfiguration } from './package.ts';
import { shippedModules } from './shipped.ts';
import electronConfig from '../vite/vite.electron.config.ts';

type Manifest = { main: string; author: string; homepage: string };
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

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

  test('all of the folder that was written for it is packed, and nothing is added or built', async () => {
    expect(packageConfiguration.files).toEqual(['**/*', 'dist/node_modules/**']);
    expect(await packageConfiguration.beforeBuild()).toBe(false);
    expect(packageConfiguration.asarUnpack).toContain('**/*.node');
    expect(packageConfiguration.publish).toBe(null);
  });

  test('the driver of each system is its own, and the Node that npm brings stays at home', () => {
    for (const target of [
      { platform: 'win32', arch: 'x64' },
      { platform: 'linux', arch: 'x64' },
      { platform: 'linux', arch: 'arm64' },
    ] as const) {
      const { files, packages } = shippedModules(target);
      expect(files.filter((file) => file.endsWith('.node'))).toEqual([
        `node_modules/better-sqlite3/prebuilds/${target.platform}-${target.arch}.node`,
      ]);
      expect(packages.filter((name) => /node-(linux|win)/.test(name))).toEqual([]);
      expect(packages.includes('node_modules/pdf-to-printer')).toBe(target.platform === 'win32');
    }
  });

  test('the bundle stands where package.json says, and no source map travels', () => {
    expect(manifest.main).toBe(`${electronConfig.build?.outDir}/main.js`);
    expect(electronConfig.build?.sourcemap ?? false).toBe(false);
  });

  test('who made it and where it is told are in the manifest, as the installers ask', () => {
    expect(manifest.author).toMatch(/^.+ <[^@]+@[^>]+>$/);
    expect(manifest.homepage).toMatch(/^https:/);
  });
});

describe('Windows: one program for the machine', () => {
  test('the installer asks nobody, is for all accounts, and never takes the register away', () => {
    expect(packageConfiguration.nsis).toMatchObject({
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: false,
      deleteAppDataOnUninstall: false,
      runAfterFinish: false,
    });
    expect(packageConfiguration.win.target.map(({ target }) => target)).toEqual(['nsis', 'portable']);
    expect(packageConfiguration.linux.target).toEqual(['deb', 'AppImage']);
  });
});
