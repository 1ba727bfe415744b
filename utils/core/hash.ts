import { toCanonicalJson } from './canonical-json.ts';

/**
 * 128 bits of a text as 32 hex digits: four 32-bit lanes, each mixed multiplicatively per UTF-16 unit and finished as in
 * MurmurHash3. Not cryptographic: it tells whether a plan is still the same plan, against accident, not against an attacker.
 * Synchronous and free of the platform, which SubtleCrypto is not.
 */
export function hashText(text: string): string {
  const hash = beginHash();
  hash.add(text);
  return hash.end();
}

/** A text that comes in pieces: the same digits as for all of it at once. */
export function beginHash(): { add(text: string): void; end(): string } {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
  let length = 0;
  return {
    add(text) {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        a = b ^ Math.imul(a ^ unit, 0x597399a7);
        b = c ^ Math.imul(b ^ unit, 0x2869f8b1);
        c = d ^ Math.imul(c ^ unit, 0x38b34ae5);
        d = a ^ Math.imul(d ^ unit, 0x4cf5ad43) ^ (d >>> 15);
      }
      length += text.length;
    },
    end: () => [a, b, c, d].map((lane, index) => finish(lane ^ Math.imul(length, index + 1))).join(''),
  };
}

/** The hash of any plain data, independent of the order of keys. */
export function hashJson(value: unknown): string {
  return hashText(toCanonicalJson(value));
}

function finish(lane: number): string {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return (mixed >>> 0).toString(16).padStart(8, '0');
}
