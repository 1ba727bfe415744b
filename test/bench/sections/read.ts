import { nodeSoap, ours, raw, wholeDocument } from '../read/contestants.ts';
import { measureHeap } from '../read/heap.ts';
import { type Recording, record } from '../read/recording.ts';
import { replay } from '../read/replay.ts';
import { timeZeep } from '../read/zeep.ts';
import { rounded, sideBySide } from '../side-by-side.ts';

export interface ReadFigures {
  readonly rawMs: number;
  readonly oursMs: number;
  readonly nodeSoapMs: number;
  readonly fastXmlParserMs: number;
  readonly zeepMs: number | null;
  readonly oursOverRaw: number;
  readonly oursOverNodeSoap: number;
  readonly megabytes: number;
  readonly heapMb: number;
  readonly heapMbFiveTimes: number;
}

/** Reading everybody: time beside the raw transfer and other clients, and peak heap here and for five times as many. */
export async function measureRead(employees: number): Promise<ReadFigures> {
  const recording = await record(employees);
  const served = await replay(recording);
  try {
    const times = await sideBySide({
      raw: raw(recording, served.api),
      ours: ours(recording, served.api),
      nodeSoap: await nodeSoap(recording, served.api),
      fastXmlParser: wholeDocument(recording, served.api),
    });
    const zeepMs = await timeZeep(served);
    return {
      rawMs: rounded(times.raw),
      oursMs: rounded(times.ours),
      nodeSoapMs: rounded(times.nodeSoap),
      fastXmlParserMs: rounded(times.fastXmlParser),
      zeepMs: zeepMs === null ? null : rounded(zeepMs),
      oursOverRaw: rounded(times.ours / times.raw),
      oursOverNodeSoap: rounded(times.ours / times.nodeSoap),
      megabytes: rounded(sizeOf(recording) / 1_000_000),
      heapMb: rounded(await measureHeap(served, recording)),
      heapMbFiveTimes: rounded(await measureHeapOf(employees * 5)),
    };
  } finally {
    served.stop();
  }
}

async function measureHeapOf(employees: number): Promise<number> {
  const recording = await record(employees);
  const served = await replay(recording);
  try {
    return await measureHeap(served, recording);
  } finally {
    served.stop();
  }
}

function sizeOf({ calls }: Recording): number {
  return calls.reduce((sum, { answer }) => sum + Buffer.byteLength(answer), 0);
}
