import { CompanionError } from '../../../core/errors.ts';
import { collectInParts, mapInParts, type Parts } from '../../../core/parts.ts';
import type { Person } from '../../../core/person.ts';
import type { SourceStep } from '../../../ports/source.ts';
import type { NmbrsCursor } from '../cursor.ts';
import { packIds, unpackIds } from '../id-list.ts';
import { type CompanyReading, readCompany } from '../read-company.ts';
import type { ListedCompany } from '../records/lists.ts';
import type { SoapClient } from '../soap-client.ts';
import { readSuccessorIds } from '../successor-ids.ts';
import { placeOf, recallPeople, rememberPeople, withRememberedEmployment } from './person-memory.ts';
import { type StepTools, stepTo } from './step.ts';

/** Everybody of the next company. One that is not ours to read is left unanswered, which the snapshot will show. */
export async function readCompanyStep(at: NmbrsCursor, tools: StepTools): Promise<SourceStep> {
  const company = at.companies.find(({ answered }) => answered === null);
  if (!company) return stepTo({ ...at, stage: 'managers' }, {});
  const { client, context, scheduler } = tools;
  const reading = await readOrNull(company, tools);
  const known = await recallPeople(tools, reading?.people ?? []);
  const isEmploymentRead = !reading?.unread.some(({ attribute }) => attribute === 'firstHiredOn');
  const read = await scheduler.run(
    mapInParts(reading?.people ?? [], (person) => {
      const before = known.get(person.sourceId);
      const whole = isEmploymentRead ? person : withRememberedEmployment(person, before, context.today);
      return { ...whole, successorId: before?.successorId ?? null };
    }),
  );
  const asks = at.successorCalls > 0 && read.some(({ successorId }) => successorId === null);
  const people = asks ? await withSuccessorIds(client, company.id, read) : read;
  const working = people.filter(({ status }) => status === 'active');
  const changed = await scheduler.run(
    collectInParts(working, (person) => (known.get(person.sourceId)?.place === placeOf(person) ? [] : [person])),
  );
  const companies = at.companies.map((each) =>
    each.id === company.id ? { ...each, answered: reading !== null, people: people.length } : each,
  );
  const next: NmbrsCursor = {
    ...at,
    stage: companies.some(({ answered }) => answered === null) ? 'companies' : 'managers',
    companies,
    unread: mergeUnread(at.unread, reading?.unread ?? []),
    calls: at.calls + client.calls(),
    people: await scheduler.run(addIds(at.people, working)),
    changed: await scheduler.run(addIds(at.changed, changed)),
    successorCalls: at.successorCalls - (asks ? 1 : 0),
  };
  return stepTo(next, { people, remember: await scheduler.run(rememberPeople(people, known)) });
}

/** `null` = 1003, 2004: the list named it, but the token may not look inside. */
async function readOrNull(company: ListedCompany, tools: StepTools): Promise<CompanyReading | null> {
  const { client, endpoints, context, scheduler } = tools;
  try {
    return await readCompany(client, { company, today: context.today, dialCode: endpoints.dialCode, scheduler });
  } catch (error) {
    if (error instanceof CompanionError && error.code === 'source-scope') return null;
    throw error;
  }
}

/** These ids are a provision for later: whatever Nmbrs answers, people are read all the same. */
async function withSuccessorIds(
  client: SoapClient,
  companyId: string,
  people: readonly Person[],
): Promise<readonly Person[]> {
  try {
    const ids = await readSuccessorIds(client, companyId);
    return people.map((person) => ({ ...person, successorId: person.successorId ?? ids.get(person.sourceId) ?? null }));
  } catch (error) {
    if (!(error instanceof CompanionError) || error.code === 'source-auth' || error.code === 'run-cancelled')
      throw error;
    return people;
  }
}

function* addIds(packed: string, people: readonly Person[]): Parts<string> {
  return yield* packIds([...(yield* unpackIds(packed)), ...people.map(({ sourceId }) => sourceId)]);
}

/** One entry per attribute: that it is not allowed needs to be said once, not once per company. */
function mergeUnread(known: NmbrsCursor['unread'], found: CompanyReading['unread']): NmbrsCursor['unread'] {
  const merged = new Map(known.map((entry) => [entry.attribute, entry]));
  for (const { attribute, error } of found) if (!merged.has(attribute)) merged.set(attribute, { attribute, error });
  return [...merged.values()];
}
