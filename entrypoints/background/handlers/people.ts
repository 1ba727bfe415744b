import { CompanionError } from '../../../utils/core/errors.ts';
import type { RunId, SourceId } from '../../../utils/core/ids.ts';
import { explainPerson } from '../../../utils/core/people/explain.ts';
import type { KnownPerson } from '../../../utils/core/people/known-person.ts';
import { toPolicy } from '../../../utils/core/policy.ts';
import type { RunMode } from '../../../utils/core/run/run.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { ExplanationData, PersonBrief } from '../../../utils/messaging/schemas/people.ts';
import type { Journal } from '../../../utils/ports/journal.ts';
import type { Pump } from '../pump.ts';
import type { OpenServices } from '../services.ts';
import { startRun } from '../start-run.ts';

type PeopleMessages = 'people.list' | 'people.explain' | 'people.sync' | 'organisation.get';

const rowsShown = 20;

export function createPeopleHandlers(open: OpenServices, pump: Pump): Pick<Handlers, PeopleMessages> {
  return {
    async 'people.list'(query) {
      const { journal } = await open();
      const { people, next } = await journal.queryPeople(query);
      const modes = createModes(journal);
      return { people: await Promise.all(people.map((known) => toBrief(journal, known, modes))), next };
    },
    async 'people.explain'({ sourceId }) {
      const { journal, settings } = await open();
      const id = sourceId as SourceId;
      const [known, link, log, stored] = await Promise.all([
        journal.readPerson(id),
        journal.readLink(id),
        journal.queryLog({ sourceId: id, limit: rowsShown }),
        settings.readPolicy(),
      ]);
      const explanation = explainPerson({ sourceId: id, known, link, rows: log.entries, policy: toPolicy(stored) });
      if (explanation === null) return null;
      const modes = createModes(journal);
      const rows = await Promise.all(explanation.rows.map(async (row) => ({ ...row, mode: await modes(row.runId) })));
      return { ...explanation, rows } satisfies ExplanationData;
    },
    async 'people.sync'({ sourceId, mode }) {
      const services = await open();
      const id = sourceId as SourceId;
      const { journal } = services;
      if (!(await journal.readPerson(id)) && !(await journal.readLink(id))) throw new CompanionError('person-unknown');
      return startRun(services, pump, { mode, task: { kind: 'person', sourceId: id } });
    },
    async 'organisation.get'(query) {
      const { journal } = await open();
      const { people, next } = await journal.queryPeople(query);
      const nodes = people.map(({ sourceId, person, managerId }) => ({
        id: sourceId,
        name: person.displayName,
        title: person.job,
        managerId,
        company: person.companyName,
        department: person.department,
        active: person.status === 'active',
      }));
      return { nodes, next };
    },
  };
}

type Modes = (runId: RunId) => Promise<RunMode | null>;

/** The mode of each run is asked for once. */
function createModes(journal: Journal): Modes {
  const asked = new Map<RunId, Promise<RunMode | null>>();
  return (runId) => {
    const known = asked.get(runId) ?? journal.loadRun(runId).then((run) => run?.mode ?? null);
    asked.set(runId, known);
    return known;
  };
}

async function toBrief(journal: Journal, known: KnownPerson, modes: Modes): Promise<PersonBrief> {
  const { person, runId, seq, sourceId } = known;
  const [entry, link, mode] = await Promise.all([
    journal.readEntry(runId, seq),
    journal.readLink(sourceId),
    modes(runId),
  ]);
  return {
    sourceId,
    displayName: person.displayName,
    userName: person.workEmail,
    companyName: person.companyName,
    title: person.job,
    department: person.department,
    status: person.status,
    linked: link !== null,
    last: entry &&
      mode && { runId, mode, outcome: entry.outcome, reason: entry.reason, params: entry.params, at: entry.at },
  };
}
