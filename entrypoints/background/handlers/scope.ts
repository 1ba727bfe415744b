import type { Json, SourceId } from '../../../utils/core/ids.ts';
import { explainMapping } from '../../../utils/core/mapping/mapping.ts';
import type { KnownPerson } from '../../../utils/core/people/known-person.ts';
import { toPolicy } from '../../../utils/core/policy.ts';
import { countScope, findScopeChoices } from '../../../utils/core/scope/count-scope.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { Journal, PeoplePage } from '../../../utils/ports/journal.ts';
import type { OpenServices } from '../services.ts';

type ScopeMessages = 'scope.preview' | 'scope.choices' | 'mapping.example';

const pageSize = 2_000;

/** Rules tried out on the people of the last run, before they are saved. */
export function createScopeHandlers(open: OpenServices): Pick<Handlers, ScopeMessages> {
  return {
    async 'scope.preview'({ scope }) {
      const people = await readEverybody((await open()).journal);
      return { ...countScope(people, scope), known: people.length > 0 };
    },
    async 'scope.choices'() {
      return findScopeChoices(await readEverybody((await open()).journal));
    },
    async 'mapping.example'({ mapping, sourceId }) {
      const { journal, settings } = await open();
      const known = sourceId === null ? await findExample(journal) : await journal.readPerson(sourceId as SourceId);
      if (known === null) return null;
      const policy = { ...toPolicy(await settings.readPolicy()), mapping };
      const { person, managerUserName, unread } = known;
      const isNew = (await journal.readLink(known.sourceId)) === null;
      const rows = explainMapping(person, { managerUserName, unread: new Set(unread), policy, isNew });
      return { sourceId: known.sourceId, displayName: person.displayName, rows };
    },
  };
}

async function readEverybody(journal: Journal): Promise<readonly KnownPerson[]> {
  const people: KnownPerson[] = [];
  let cursor: Json = null;
  do {
    const page: PeoplePage = await journal.queryPeople({ limit: pageSize, cursor });
    people.push(...page.people);
    cursor = page.next;
  } while (cursor !== null);
  return people;
}

async function findExample(journal: Journal): Promise<KnownPerson | null> {
  const { people } = await journal.queryPeople({ limit: 100 });
  return people.find(({ person }) => person.status === 'active') ?? people[0] ?? null;
}
