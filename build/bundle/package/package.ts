import type { Configuration } from 'electron-builder';

/**
 * How the application is packed. An object and not YAML, so that the compiler checks every name in it. What goes in is not decided here: the
 * folder that is packed is written by stage.ts, and all of it is packed. Each installer with its switches: docs/topics/installing.md.
 */
export const packageConfiguration = {
  appId: 'vn.motcua.desk',
  productName: 'Một Cửa Desk',
  // In letters that every shell types, on both systems: IT calls it in scripts.
  executableName: 'mot-cua-desk',
  directories: { output: 'dist/package', buildResources: 'resources' },
  // The folder is whole: the packer adds no module and builds none. (It asks this before it would do either.)
  beforeBuild: async () => false,
  nodeGypRebuild: false,
  files: ['**/*', 'dist/node_modules/**'],
  asar: true,
  // A library is loaded, and a program is started, from a file of the disk only.
  asarUnpack: ['**/*.node', '**/*.exe'],
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
  // The page speaks Vietnamese and English; of the fifty languages of Chromium's own menus it needs none else.
  electronLanguages: ['vi', 'en-US'],
  // No feed of updates: a new version is a file that somebody brings (docs/adr/0025-packages.md).
  publish: null,
  win: {
    icon: 'resources/icons/icon.ico',
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'portable', arch: ['x64'] },
    ],
    // The desk writes into its data folder alone; only the installer asks for more.
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    artifactName: 'mot-cua-desk-${version}-setup.${ext}',
    // One program and one register for the machine: never in one account's own folder, which is why nobody is asked.
    oneClick: false,
    perMachine: true,
    allowElevation: true,
    // Programs of a service centre stand where its IT expects them; /D= still names another place in a script.
    allowToChangeInstallationDirectory: false,
    // Taking the program away never takes the register with it.
    deleteAppDataOnUninstall: false,
    runAfterFinish: false,
    createDesktopShortcut: 'always',
    shortcutName: 'Một Cửa Desk',
    // 1066 is Vietnamese.
    language: '1066',
    displayLanguageSelector: false,
    differentialPackage: false,
    // The data folder of the machine with its rights: build/bundle/package/installer.nsh.
    include: 'build/bundle/package/installer.nsh',
  },
  // For a look, or a PC whose installer is not allowed to run: nothing is installed, and the data folder is the account's own.
  portable: { artifactName: 'mot-cua-desk-${version}-portable.${ext}', requestExecutionLevel: 'user' },
  linux: {
    icon: 'resources/icons',
    target: ['deb', 'AppImage'],
    category: 'Office',
    maintainer: 'Một Cửa Desk <maintainers@mot-cua-desk.example>',
    vendor: 'Một Cửa Desk',
    synopsis: 'Máy trạm bộ phận Một cửa | workstation of a one-stop public service centre',
  },
  deb: {
    artifactName: 'mot-cua-desk_${version}_${arch}.${ext}',
    packageCategory: 'misc',
    priority: 'optional',
    // CUPS' own programs hand over papers (electron/paper/printers/cups.ts); without them a paper can still be saved.
    recommends: ['cups-client'],
    afterInstall: 'build/bundle/package/after-install.sh',
  },
  appImage: { artifactName: 'mot-cua-desk-${version}-${arch}.${ext}' },
  mac: { target: ['dmg'] },
} as const satisfies Configuration;
