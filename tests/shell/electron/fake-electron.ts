import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';

/**
 * Electron, as far as electron/shell/electron uses it, written by hand: the runtime is not in the npm registry, so its one
 * room is tested against this. Everything the room sets is kept to be looked at; nothing is done by itself.
 */
type Handler = (...args: never[]) => unknown;

/** What happened, in order: what must come before the application is ready is seen here. */
export const events: string[] = [];

class FakeApp extends EventEmitter {
  isPackaged = true;
  isOnlyInstance = true;
  appPath = '';
  readonly paths: Record<string, string> = {};
  enableSandbox = () => void events.push('enableSandbox');
  setPath(name: string, folder: string): void {
    if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
    this.paths[name] = folder;
  }
  getAppPath = () => this.appPath;
  requestSingleInstanceLock(): boolean {
    events.push('requestSingleInstanceLock');
    return this.isOnlyInstance;
  }
  private ready = Promise.withResolvers<void>();
  whenReady = () => this.ready.promise;
  /** As in Electron, only after the main module has been read to its end: whoever awaits it up there waits for ever. */
  becomeReady(): void {
    events.push('ready');
    this.ready.resolve();
  }
  startAnew(): void {
    this.removeAllListeners();
    this.isOnlyInstance = true;
    this.ready = Promise.withResolvers<void>();
  }
  exit(code: number): void {
    events.push(`exit ${code}`);
  }
  quit(): void {
    events.push('quit');
    let held = false;
    this.emit('will-quit', { preventDefault: () => (held = true) });
    if (!held) events.push('gone');
  }
}

/** A page's frame; `parent` and `url` are what a test makes of them. */
export class FakeFrame {
  parent: FakeFrame | null = null;
  detached = false;
  url = 'desk://app/';
  readonly posted: { channel: string; message: unknown; ports: FakePort[] }[] = [];
  postMessage(channel: string, message: unknown, ports: FakePort[] = []): void {
    this.posted.push({ channel, message, ports });
  }
}

export class FakeContents extends EventEmitter {
  readonly mainFrame = new FakeFrame();
  destroyed = false;
  reloads = 0;
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  isDestroyed = () => this.destroyed;
  reload = () => void (this.reloads += 1);
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  readonly loaded: string[] = [];
  destroyed = false;
  minimized = false;
  readonly done: string[] = [];
  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    events.push('window');
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  isDestroyed = () => this.destroyed;
  isMinimized = () => this.minimized;
  close = () => void this.done.push('close');
  show = () => void this.done.push('show');
  focus = () => void this.done.push('focus');
  restore = () => void this.done.push('restore');
}

/** The guards of a session, each undefined until it is set. */
export class FakeSession extends EventEmitter {
  readonly set: Record<string, Handler | undefined> = {};
  spellChecker = true;
  readonly served = new Map<string, (request: Request) => Promise<Response>>();
  setPermissionRequestHandler = (handler: Handler) => void (this.set['permissionRequest'] = handler);
  setPermissionCheckHandler = (handler: Handler) => void (this.set['permissionCheck'] = handler);
  setDevicePermissionHandler = (handler: Handler) => void (this.set['devicePermission'] = handler);
  setDisplayMediaRequestHandler = (handler: Handler) => void (this.set['displayMedia'] = handler);
  setSpellCheckerEnabled = (on: boolean) => void (this.spellChecker = on);
  readonly webRequest = { onBeforeRequest: (handler: Handler) => void (this.set['beforeRequest'] = handler) };
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void this.served.set(scheme, handler),
  };
}

/** A port of the main process over one of Node's: messages really travel. */
export class FakePort extends EventEmitter {
  readonly node: NodePort;
  closed = false;
  constructor(node: NodePort) {
    super();
    this.node = node;
    node.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
    node.on('close', () => this.emit('close'));
    // Electron queues until start(); Node's port starts with its first listener, and an idle one must not keep a test alive.
    node.unref();
  }
  postMessage = (data: unknown) => this.node.postMessage(data);
  start = () => void events.push('port started');
  close(): void {
    this.closed = true;
    this.node.close();
  }
}

export class MessageChannelMain {
  static readonly all: MessageChannelMain[] = [];
  readonly port1: FakePort;
  readonly port2: FakePort;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakePort(port1);
    this.port2 = new FakePort(port2);
    MessageChannelMain.all.push(this);
  }
}

class FakePowerMonitor extends EventEmitter {
  idleSeconds = 0;
  getSystemIdleTime = () => this.idleSeconds;
}

class FakeIpcMain {
  readonly handlers = new Map<string, (event: unknown) => unknown>();
  handle(channel: string, handler: (event: unknown) => unknown): void {
    if (this.handlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    this.handlers.set(channel, handler);
  }
  removeHandler = (channel: string) => void this.handlers.delete(channel);
}

class FakeIpcRenderer extends EventEmitter {
  readonly invoked: string[] = [];
  async invoke(channel: string): Promise<void> {
    this.invoked.push(channel);
  }
}

export const app = new FakeApp();
export const session = { defaultSession: new FakeSession() };
export const powerMonitor = new FakePowerMonitor();
export const ipcMain = new FakeIpcMain();
export const ipcRenderer = new FakeIpcRenderer();
export const dialog = {
  showErrorBox: (_title: string, text: string) => void events.push(`error box: ${text}`),
  /** Which button the person before it presses. */
  pressed: 0,
  asked: [] as { buttons: string[] }[],
  async showMessageBox(options: { buttons: string[] }): Promise<{ response: number }> {
    dialog.asked.push(options);
    return { response: dialog.pressed };
  },
};
export const Menu = { menu: undefined as unknown, setApplicationMenu: (menu: unknown) => void (Menu.menu = menu) };
export const protocol = {
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Record<string, boolean> }[]): void {
    events.push('registerScheme');
    protocol.schemes = schemes;
  },
};

/** Everything as new: a mocked module lives as long as its test file. */
export function startAnew(): void {
  events.length = 0;
  app.startAnew();
  powerMonitor.removeAllListeners();
  powerMonitor.idleSeconds = 0;
  ipcMain.handlers.clear();
  BrowserWindow.all.length = 0;
  session.defaultSession = new FakeSession();
}
