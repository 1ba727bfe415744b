import type { Company } from './records.ts';

interface Dated {
  readonly StartYear: number;
  readonly StartPeriod: number;
  readonly CreationDate: string | null;
}

/** The record of a history that is in force in a company's current period; of two in one period the later entry. */
export const recordInForce = <T extends Dated>(records: readonly T[], { currentPeriod }: Company): T | undefined => {
  const at = (record: Dated): number => record.StartYear * 100 + record.StartPeriod;
  const entered = (record: Dated): string => record.CreationDate ?? '';
  const now = currentPeriod.year * 100 + currentPeriod.period;
  let best: T | undefined;
  for (const record of records) {
    if (at(record) > now) continue;
    if (!best || at(record) > at(best) || (at(record) === at(best) && entered(record) > entered(best))) best = record;
  }
  return best;
};
