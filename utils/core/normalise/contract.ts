import type { IsoDate } from '../ids.ts';
import type { ContractType } from '../person.ts';
import { compareIsoDates, toTimeRank } from './date.ts';

export interface ContractRecord {
  readonly contractId: number;
  /** As Nmbrs sends it; `null` = nil. */
  readonly createdAt: string | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly indefinite: boolean | null;
}

/**
 * The type of the contract in force (rule R11): of the contracts begun by today the one that began last, ties to the latest
 * entered, then to the greatest id. Bulk answers repeat a contract id (nmbrs-api.md §2.10): the latest entered counts.
 */
export function pickContractType(contracts: readonly ContractRecord[], today: IsoDate): ContractType | null {
  const byId = new Map<number, ContractRecord>();
  for (const contract of contracts) {
    const known = byId.get(contract.contractId);
    if (known === undefined || toTimeRank(contract.createdAt) >= toTimeRank(known.createdAt)) {
      byId.set(contract.contractId, contract);
    }
  }
  let current: (ContractRecord & { readonly startsOn: IsoDate }) | null = null;
  for (const contract of byId.values()) {
    const { startsOn } = contract;
    if (startsOn === null || compareIsoDates(startsOn, today) > 0) continue;
    if (current === null || isLater({ ...contract, startsOn }, current)) current = { ...contract, startsOn };
  }
  if (current === null) return null;
  if (current.indefinite !== null) return current.indefinite ? 'permanent' : 'fixed term';
  return current.endsOn === null ? null : 'fixed term';
}

type Begun = ContractRecord & { readonly startsOn: IsoDate };

function isLater(a: Begun, b: Begun): boolean {
  if (a.startsOn !== b.startsOn) return a.startsOn > b.startsOn;
  const [entered, enteredBefore] = [toTimeRank(a.createdAt), toTimeRank(b.createdAt)];
  return entered === enteredBefore ? a.contractId > b.contractId : entered > enteredBefore;
}
