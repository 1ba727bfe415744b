import type { IsoDate, Json } from '../../../core/ids.ts';
import { decideStatus } from '../../../core/normalise/employment.ts';
import { collectInParts, forEachInParts, type Parts } from '../../../core/parts.ts';
import type { Person } from '../../../core/person.ts';
import type { SourceStep } from '../../../ports/source.ts';
import { z } from '../../../zod.ts';
import type { StepTools } from './step.ts';

/** What is remembered of a person: where he worked when his manager was learnt, his id in the successor API, and his employment. */
interface RememberedPerson {
  readonly place: string;
  readonly successorId: string | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly firstHiredOn: IsoDate | null;
}

const day = z.pipe(
  z._default(z.nullable(z.string()), null),
  z.transform((text) => text as IsoDate | null),
);
const schema = z.object({
  place: z.string(),
  successorId: z.nullable(z.string()),
  startsOn: day,
  endsOn: day,
  firstHiredOn: day,
});

const keyOf = (sourceId: string): string => `person:${sourceId}`;

/** What earlier reads remembered of these people, by source id; whoever is not understood or not known is absent. */
export async function recallPeople(
  { context, scheduler }: Pick<StepTools, 'context' | 'scheduler'>,
  people: readonly Person[],
): Promise<ReadonlyMap<string, RememberedPerson>> {
  const recalled = await context.recall(people.map(({ sourceId }) => keyOf(sourceId)));
  const known = new Map<string, RememberedPerson>();
  await scheduler.run(
    forEachInParts(people, ({ sourceId }) => {
      const { data } = schema.safeParse(recalled.get(keyOf(sourceId)));
      if (data) known.set(sourceId, data);
    }),
  );
  return known;
}

/** What has to be remembered anew: only what differs. */
export function* rememberPeople(
  people: readonly Person[],
  known: ReadonlyMap<string, RememberedPerson>,
): Parts<SourceStep['remember']> {
  return yield* collectInParts(people, (person) => {
    const { successorId, startsOn, endsOn, firstHiredOn } = person;
    const value = { place: placeOf(person), successorId, startsOn, endsOn, firstHiredOn } satisfies Json;
    const before = known.get(person.sourceId);
    const isSame = before !== undefined && names.every((name) => before[name] === value[name]);
    return isSame ? [] : [{ key: keyOf(person.sourceId), value }];
  });
}

const names = [
  'place',
  'successorId',
  'startsOn',
  'endsOn',
  'firstHiredOn',
] as const satisfies (keyof RememberedPerson)[];

/**
 * Somebody whose employments may not be read (any more), with what was last known of them: that a right went missing must
 * not make a leaver of the list's active people come back, a future starter begin, or another employment lead.
 */
export function withRememberedEmployment(
  person: Person,
  remembered: RememberedPerson | undefined,
  today: IsoDate,
): Person {
  if (!remembered) return person;
  const { startsOn, endsOn, firstHiredOn } = remembered;
  const employment = { createdAt: null, startsOn, endsOn, initialStartsOn: null };
  const status = person.status === 'active' ? decideStatus('active', [employment], today) : person.status;
  return { ...person, status, startsOn, endsOn, firstHiredOn };
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
