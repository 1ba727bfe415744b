import { describe, expect, it } from 'vitest';
import { createClient, type Send } from '../../../utils/messaging/client.ts';

const connection = { nmbrs: null, target: null };
const good = { ok: true, data: connection };

/** Answers one after the other; an Error is thrown. */
function answering(...answers: readonly unknown[]) {
  const sent: unknown[] = [];
  const send: Send = async (message) => {
    const answer = answers[sent.length];
    sent.push(message);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { sent, client: createClient(send) };
}

const starting = new Error('Could not establish connection. Receiving end does not exist.');

describe('the client', () => {
  it('sends name and request, and gives the parsed answer', async () => {
    const { sent, client } = answering(good);
    expect(await client('connection.get', null)).toEqual(connection);
    expect(sent).toEqual([{ name: 'connection.get', request: null }]);
  });

  it('tries once more while the background is starting', async () => {
    const { sent, client } = answering(starting, good);
    expect(await client('connection.get', null)).toEqual(connection);
    expect(sent).toHaveLength(2);
  });

  it('tries no third time', async () => {
    const { sent, client } = answering(starting, starting, good);
    await expect(client('connection.get', null)).rejects.toMatchObject({ code: 'background-unavailable' });
    expect(sent).toHaveLength(2);
  });

  it('does not repeat what may have arrived', async () => {
    const { sent, client } = answering(new Error('The message port closed before a response was received.'), good);
    await expect(client('runs.start', { mode: 'live' })).rejects.toMatchObject({ code: 'background-unavailable' });
    expect(sent).toHaveLength(1);
  });

  it('gives up on silence', async () => {
    const client = createClient(() => new Promise(() => {}), { quickMs: 5, slowMs: 10 });
    await expect(client('runs.active', null)).rejects.toMatchObject({ code: 'background-unavailable' });
    await expect(client('connection.testSource', null)).rejects.toMatchObject({ code: 'background-unavailable' });
  });

  it.each([[undefined], [null], [{ ok: 'yes' }]])('takes %j for nobody answering', async (answer) => {
    await expect(answering(answer).client('connection.get', null)).rejects.toMatchObject({
      code: 'background-unavailable',
    });
  });

  it('refuses an answer that is not what the contract says', async () => {
    const { client } = answering({ ok: true, data: { nmbrs: { domain: 7 }, target: null } });
    await expect(client('connection.get', null)).rejects.toMatchObject({ code: 'message-refused' });
  });

  it('lets nothing through that the contract does not name', async () => {
    const leaky = {
      ...connection,
      target: { scimUrl: 'https://a.example', profile: 'rfc', hasToken: true, token: 's' },
    };
    const view = await answering({ ok: true, data: leaky }).client('connection.get', null);
    expect(JSON.stringify(view)).not.toContain('"token"');
  });

  it('throws what the handler said', async () => {
    const error = { code: 'run-active', params: { run: 'r1' }, retryable: false };
    await expect(answering({ ok: false, error }).client('runs.start', { mode: 'dry' })).rejects.toMatchObject({
      code: 'run-active',
      params: { run: 'r1' },
    });
  });
});
