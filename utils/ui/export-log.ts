import type { Json } from '../core/ids.ts';
import { background } from '../messaging/background-client.ts';
import { saveFile } from './save-file.ts';

export type LogFormat = 'csv' | 'json';

const types = { csv: 'text/csv', json: 'application/json' } as const;

/** Everyone a run met as a file, fetched part by part. */
export async function exportLog(runId: string, format: LogFormat, name: string): Promise<void> {
  const parts: string[] = [];
  let cursor: Json = null;
  do {
    const { text, next }: { text: string; next: Json } = await background('log.export', {
      runId,
      format,
      ...(cursor === null ? {} : { cursor }),
    });
    parts.push(text);
    cursor = next;
  } while (cursor !== null);
  saveFile(`${name}.${format}`, parts.join(''), types[format]);
}
