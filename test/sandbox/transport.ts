import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, subset } from './faults.ts';
import type { SandboxHandler, SandboxReply, SandboxRequest } from './http.ts';

export const readRequest = async (incoming: IncomingMessage): Promise<SandboxRequest> => {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`),
    headers: incoming.headers,
    body: Buffer.concat(pieces).toString('utf8'),
  };
};

const wholeBody = ({ body }: SandboxReply): Buffer => {
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from([...body].join(''));
};

/** Sends an answer; one in pieces leaves piece by piece, no faster than it is read. */
export const sendReply = async (response: ServerResponse, reply: SandboxReply): Promise<void> => {
  const { status, headers, body } = reply;
  if (response.destroyed) return;
  if (typeof body === 'string' || body instanceof Uint8Array) {
    response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
    return;
  }
  response.writeHead(status, headers);
  await pipeline(Readable.from(body, { objectMode: true, highWaterMark: 4 }), response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
};

const errorPage =
  '<!DOCTYPE html><html><head><title>Service unavailable</title></head><body><h1>Service unavailable</h1></body></html>';

/** Answers a request through a fault: some before the system hears of it, some after it has done its work. */
export const answerWithFault = async (
  response: ServerResponse,
  request: SandboxRequest,
  handle: SandboxHandler,
  fault: Fault | undefined,
  soapFault: (request: SandboxRequest, code: number) => SandboxReply,
): Promise<void> => {
  switch (fault?.kind) {
    case undefined:
      return sendReply(response, await handle(request));
    case 'status':
      return sendReply(response, {
        status: fault.status,
        headers: { 'Content-Type': 'text/plain; charset=utf-8', ...fault.headers },
        body: fault.body ?? `HTTP ${fault.status}`,
      });
    case 'reset-before':
      response.destroy();
      return;
    case 'reset-after':
      await handle(request);
      response.destroy();
      return;
    case 'truncate': {
      const reply = await handle(request);
      const whole = wholeBody(reply);
      return sendReply(response, { ...reply, body: whole.subarray(0, Math.floor(whole.length * (fault.at ?? 0.5))) });
    }
    case 'delay':
      await sleep(fault.ms);
      return sendReply(response, await handle(request));
    case 'html':
      return sendReply(response, {
        status: fault.status ?? 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: errorPage,
      });
    case 'subset': {
      const reply = await handle(request);
      return sendReply(
        response,
        reply.status === 200 ? { ...reply, body: subset(wholeBody(reply).toString('utf8'), fault.share) } : reply,
      );
    }
    case 'soap-fault':
      return sendReply(response, soapFault(request, fault.code));
  }
};
