import type { IsoDate, Json } from '../../../utils/core/ids.ts';
import type { SandboxReady } from '../../sandbox/server.ts';
import { sandboxSource } from '../../support/nmbrs-sandbox.ts';

// Peak heap of a whole read, in a process that does nothing else. Each step's people are let go as the engine lets them go
// once they are on disk. Garbage is collected before each look: how long V8 leaves it lying is its own affair, and differs
// with the memory of the machine.
const [api = '', domain = '', email = '', token = ''] = process.argv.slice(2);
const source = sandboxSource({ nmbrs: { api, domain, email, token } } as SandboxReady);
const context = {
  today: new Date().toISOString().slice(0, 10) as IsoDate,
  recall: async () => new Map<string, Json>(),
};

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
let peak = before;
const sample = (): void => {
  globalThis.gc?.();
  peak = Math.max(peak, process.memoryUsage().heapUsed);
};
const timer = setInterval(sample, 20);
let cursor: Json = null;
do {
  const step = await source.readStep(cursor, context);
  sample();
  cursor = JSON.parse(JSON.stringify(step.next)) as Json;
} while (cursor !== null);
clearInterval(timer);
process.stdout.write(String((peak - before) / 1_000_000));
