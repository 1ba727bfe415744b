import type { Json } from '../../../core/ids.ts';
import type { Person } from '../../../core/person.ts';
import type { SourceContext, SourceStep } from '../../../ports/source.ts';
import { z } from '../../../zod.ts';

/** What is remembered of a person: where he worked when his manager was learnt, and his id in the successor API. */
interface RememberedPerson {
  readonly place: string;
  readonly successorId: string | null;
}

const schema = z.object({ place: z.string(), successorId: z.string().nullable() });

const keyOf = (sourceId: string): string => `person:${sourceId}`;

export async function recallPeople(
  context: SourceContext,
  people: readonly Person[],
): Promise<ReadonlyMap<string, RememberedPerson>> {
  const recalled = await context.recall(people.map(({ sourceId }) => keyOf(sourceId)));
  const known = new Map<string, RememberedPerson>();
  for (const { sourceId } of people) {
    const { data } = schema.safeParse(recalled.get(keyOf(sourceId)));
    if (data) known.set(sourceId, data);
  }
  return known;
}

/** What has to be remembered anew: only what differs. */
export function rememberPeople(
  people: readonly Person[],
  known: ReadonlyMap<string, RememberedPerson>,
): SourceStep['remember'] {
  return people.flatMap((person) => {
    const place = placeOf(person);
    const { successorId } = person;
    const before = known.get(person.sourceId);
    if (before?.place === place && before.successorId === successorId) return [];
    return [{ key: keyOf(person.sourceId), value: { place, successorId } satisfies Json }];
  });
}

/** A mark of what usually changes together with the manager: company, function, department, start and whether he works here. */
export function placeOf(person: Person): string {
  const { companyId, job, department, startsOn, status } = person;
  return hash(JSON.stringify([companyId, job, department, startsOn, status]));
}

/** FNV-1a, 32 bits: no secret, and a clash only means that one change is seen at the next refresh. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}
