import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxHandler } from '../sandbox/http.ts';
import { readRequest, sendReply } from '../sandbox/transport.ts';

export interface Served {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly origin: string;
  close(): Promise<void>;
}

/** A handler as a real server on a free port of this machine. */
export async function serve(handle: SandboxHandler): Promise<Served> {
  return listen(
    createServer((incoming, response) => {
      readRequest(incoming)
        .then(async (request) => sendReply(response, await handle(request)))
        .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
    }),
  );
}

/** Starts a server on a free port of this machine; closing it also ends what is still open. */
export async function listen(server: Server): Promise<Served> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
