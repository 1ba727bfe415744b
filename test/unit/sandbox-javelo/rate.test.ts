import { describe, expect, it } from 'vitest';
import { create, open, person, type Send } from './scim-client.ts';

const START = Date.UTC(2026, 0, 5, 9, 0, 0, 250);

/** Asks until refused; gives the number that went through and the refusal. */
async function spend(send: Send) {
  for (let done = 0; done < 1000; done += 1) {
    const answer = await send('GET', '/Users');
    if (answer.status === 429) return { done, answer };
  }
  throw new Error('no limit');
}

describe('the rate limit', () => {
  it('lets 300 requests through in any 5 minutes and says when to come back', async () => {
    let time = START;
    const { send } = open('javelo', {}, () => time);
    expect((await spend(send)).done).toBe(300);
    time += 299_500;
    const { done, answer } = await spend(send);
    expect(done).toBe(0);
    expect(answer.json).toMatchObject({ status: '429' });
    expect(answer.headers['retry-after']).toBe('1');
    time += 500;
    expect((await spend(send)).done).toBe(300);
  });

  it('slides: only what is older than the window comes free', async () => {
    let time = START;
    const { send } = open('javelo', { rate: { requests: 3, windowMs: 10_000 } }, () => time);
    await send('GET', '/Users');
    time += 6_000;
    expect((await spend(send)).done).toBe(2);
    time += 4_000;
    const { done, answer } = await spend(send);
    expect(done).toBe(1);
    expect(answer.headers['retry-after']).toBe('6');
  });

  it('a refused or unsigned request costs nothing but is counted', async () => {
    let time = START;
    const { javelo, send } = open('javelo', { rate: { requests: 2, windowMs: 1_000 } }, () => time);
    await send('GET', '/Users', undefined, { authorization: 'Bearer wrong' });
    expect((await spend(send)).done).toBe(2);
    await spend(send);
    expect(javelo.requests()).toEqual({ 'GET /Users': 5 });
    time += 1_000;
    expect((await spend(send)).done).toBe(2);
  });

  it('retryAfter as a date, or not at all', async () => {
    const { javelo, send } = open('javelo', { retryAfter: 'date' }, () => START);
    const { answer } = await spend(send);
    expect(answer.headers['retry-after']).toBe('Mon, 05 Jan 2026 09:05:01 GMT');
    javelo.configure({ retryAfter: 'none' });
    expect((await spend(send)).answer.headers).not.toHaveProperty('retry-after');
  });

  it('rate null has none, and planting is free', async () => {
    const { javelo, send } = open('javelo', { rate: null }, () => START);
    javelo.plant(Array.from({ length: 400 }, (_, at) => person(`p${at}@acme.example`)));
    await expect(spend(send)).rejects.toThrow('no limit');
    await create(send, 'ann@acme.example');
    expect(javelo.requests()).toEqual({ 'GET /Users': 1000, 'POST /Users': 1 });
  });
});
