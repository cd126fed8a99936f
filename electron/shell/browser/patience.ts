import type { IncomingMessage, Server } from 'node:http';

/** How long a caller may take to say what it wants, in milliseconds. */
type Patience = {
  /** From the connection to the end of the first headers. */
  readonly headers: number;
  /** From there to the end of what it sends. */
  readonly body: number;
};

/** Everybody who may ask is on this machine: what is not said within seconds is not meant to be said. */
const onThisMachine: Patience = { headers: 4000, body: 15_000 };

/**
 * Ends connections that keep still. Node's own clock for it counts the time in which the desk itself stood still: a disk that took five seconds for a commit cut
 * off whoever had spoken meanwhile, unheard. So what has come is read first, and who is silent then is ended.
 */
export function endSilent(server: Server, { headers, body }: Patience = onThisMachine): void {
  const spoke = new WeakSet<IncomingMessage['socket']>();
  server.on('connection', (socket) => {
    const stop = afterReading(headers, () => {
      if (!spoke.has(socket)) socket.destroy();
    });
    socket.once('close', stop);
  });
  server.on('request', (request, response) => {
    spoke.add(request.socket);
    const stop = afterReading(body, () => {
      if (!request.complete) request.socket.destroy();
    });
    response.once('close', stop);
  });
}

/** After that time, and after everything was read that has come until then: timers are asked before sockets are, and this after both. */
function afterReading(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(() => setImmediate(run), milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
}
