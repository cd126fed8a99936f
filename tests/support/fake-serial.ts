/**
 * Web Serial as far as the desk uses it, for a browser that has no port to give: its streams are the browser's own. Runs inside the page, so it
 * stands by itself. A test holds it as `window.fakeSerial`.
 */
export function installFakeSerial(): void {
  class FakePort extends EventTarget {
    readable: ReadableStream<Uint8Array> | null = null;
    baudRate = 0;
    granted = false;
    busy = false;
    line: ReadableStreamDefaultController<Uint8Array> | undefined;
    readonly info: { usbVendorId: number; usbProductId: number };
    constructor(info: { usbVendorId: number; usbProductId: number }) {
      super();
      this.info = info;
    }
    getInfo() {
      return this.info;
    }
    async open({ baudRate }: { baudRate: number }) {
      if (this.busy) throw new DOMException('busy', 'NetworkError');
      if (this.readable !== null) throw new DOMException('open', 'InvalidStateError');
      this.baudRate = baudRate;
      this.readable = new ReadableStream({ start: (line) => void (this.line = line) });
    }
    async close() {
      this.readable = null;
      this.line = undefined;
    }
    async forget() {
      this.granted = false;
    }
  }
  class FakeSerial extends EventTarget {
    ports: FakePort[] = [];
    next: FakePort | undefined;
    async getPorts() {
      return this.ports.filter(({ granted }) => granted);
    }
    async requestPort() {
      if (this.next === undefined) throw new DOMException('none chosen', 'NotFoundError');
      this.next.granted = true;
      return this.next;
    }
    plug(product: number, granted: boolean) {
      const port = new FakePort({ usbVendorId: 0x0c2e, usbProductId: product });
      port.granted = granted;
      this.ports.push(port);
      return this.ports.length - 1;
    }
    send(at: number, bytes: number[]) {
      this.ports[at]?.line?.enqueue(Uint8Array.from(bytes));
    }
    unplug(at: number) {
      const port = this.ports[at];
      port?.line?.error(new DOMException('lost', 'NetworkError'));
      if (port !== undefined) this.tell('disconnect', port);
    }
    replug(at: number) {
      const port = this.ports[at];
      if (port !== undefined) this.tell('connect', port);
    }
    /** As the browser does it: the event is the port's, and bubbles. */
    tell(name: string, port: FakePort) {
      const event = new Event(name);
      Object.defineProperty(event, 'target', { value: port });
      this.dispatchEvent(event);
    }
  }
  const serial = new FakeSerial();
  Object.defineProperty(navigator, 'serial', { value: serial, configurable: true });
  Object.defineProperty(window, 'fakeSerial', { value: serial });
}
