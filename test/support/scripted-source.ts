import type { Person } from '../../utils/core/person.ts';
import type { Source, SourceStep } from '../../utils/ports/source.ts';

/** A source that gives its people in pages, one page a step; people may change between runs. */
export function createScriptedSource(people: () => readonly Person[], pageSize = 5): Source {
  return {
    async check() {
      return { ok: true, environment: 'test', companies: [{ id: '1', name: 'Acme' }], permissions: [], error: null };
    },
    async readStep(cursor): Promise<SourceStep> {
      const all = people();
      const from = typeof cursor === 'number' ? cursor : 0;
      const page = all.slice(from, from + pageSize);
      const done = from + page.length;
      const step = { people: page, managers: [], remember: [], progress: { done, total: all.length } };
      if (done < all.length) return { ...step, next: done };
      const companies = [{ id: '1', name: 'Acme', answered: true, people: all.length }];
      const evidence = { companies, unread: [], notices: [], calls: Math.ceil(all.length / pageSize) };
      return { ...step, remember: [{ key: 'source:seen', value: all.length }], next: null, evidence };
    },
  };
}
