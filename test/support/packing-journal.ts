import type { RunId } from '../../utils/core/ids.ts';
import type { Journal } from '../../utils/ports/journal.ts';

const reads = /^(read|query|list|load|count|open|active|has|is|recall|summarise|next|compact)/;

/** A journal that packs all there is to pack after every write: nobody who reads may see a difference. */
export function packing(reopen: () => Journal): () => Journal {
  return () => {
    const journal = reopen();
    return new Proxy(journal, {
      get(target, name: keyof Journal & string) {
        const method = target[name] as (...args: unknown[]) => Promise<unknown>;
        if (reads.test(name)) return method;
        return async (...args: unknown[]) => {
          const result = await method(...args);
          for (const id of ['r1', 'r2'] as RunId[]) while ((await target.compact(id)).more);
          while ((await target.compact(null)).more);
          return result;
        };
      },
    });
  };
}
