import { createNmbrsSource, type NmbrsSourceOptions } from '../../utils/connectors/nmbrs/source.ts';
import type { IsoDate, Json, SourceId } from '../../utils/core/ids.ts';
import type { ManagerReference, Person } from '../../utils/core/person.ts';
import type { SourceEvidence } from '../../utils/core/snapshot.ts';
import type { Source, SourceStep } from '../../utils/ports/source.ts';
import type { SandboxReady } from '../sandbox/server.ts';
import { createFakeClock } from './fake-clock.ts';

export interface WholeRead {
  /** With the managers that later steps brought. */
  readonly people: ReadonlyMap<SourceId, Person>;
  readonly evidence: SourceEvidence;
  readonly steps: readonly SourceStep[];
  /** What this read wants remembered, over what was remembered before. */
  readonly memory: ReadonlyMap<string, Json>;
}

/** Reads a source to its end as the engine would; between steps the cursor goes through JSON, as through the journal. */
export async function readWhole(
  source: Source | (() => Source),
  options: { today: string; memory?: ReadonlyMap<string, Json> },
): Promise<WholeRead> {
  const memory = options.memory ?? new Map<string, Json>();
  const context = {
    today: options.today as IsoDate,
    recall: (keys: readonly string[]) =>
      Promise.resolve(
        new Map(keys.flatMap((key) => (memory.has(key) ? [[key, memory.get(key) ?? null] as const] : []))),
      ),
  };
  const steps: SourceStep[] = [];
  let cursor: Json = null;
  do {
    const reader = typeof source === 'function' ? source() : source;
    const step: SourceStep = await reader.readStep(cursor, context);
    steps.push(step);
    cursor = JSON.parse(JSON.stringify(step.next)) as Json;
  } while (cursor !== null);
  const evidence = steps.at(-1)?.evidence;
  if (!evidence) throw new Error('the read ended without evidence');
  return {
    people: joinSteps(steps),
    evidence,
    steps,
    memory: new Map([
      ...memory,
      ...steps.flatMap(({ remember }) => remember.map(({ key, value }) => [key, value] as const)),
    ]),
  };
}

function joinSteps(steps: readonly SourceStep[]): ReadonlyMap<SourceId, Person> {
  const people = new Map<SourceId, Person>();
  const managers = new Map<SourceId, ManagerReference | null>();
  for (const step of steps) {
    for (const person of step.people) {
      if (people.has(person.sourceId)) throw new Error(`${person.sourceId} was read twice`);
      people.set(person.sourceId, person);
    }
    for (const { sourceId, manager } of step.managers) managers.set(sourceId, manager);
  }
  for (const [sourceId, manager] of managers) {
    const person = people.get(sourceId);
    if (!person) throw new Error(`a manager for ${sourceId}, who is nobody`);
    people.set(sourceId, { ...person, manager });
  }
  return people;
}

/** A source for a running sandbox; time stands still except where the source sleeps. */
export function sandboxSource(ready: SandboxReady, options: Partial<NmbrsSourceOptions> = {}): Source {
  const { api, domain, email, token } = ready.nmbrs;
  return createNmbrsSource({
    apiUrl: api,
    domain,
    email,
    token,
    clock: createFakeClock(),
    random: () => 0.5,
    ...options,
  });
}
