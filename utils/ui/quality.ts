import type { ReasonCode } from '../core/plan/change.ts';
import type { LogRow } from '../messaging/schemas/log.ts';

/** What is wrong or missing in the source's data about people, as far as a plan shows it. */
export const qualityKinds = [
  'no-work-email',
  'invalid-work-email',
  'duplicate-work-email',
  'no-name',
  'no-manager',
  'own-manager',
  'no-function',
  'starts-in-future',
] as const;
export type QualityKind = (typeof qualityKinds)[number];

export interface QualityFinding {
  readonly kind: QualityKind;
  readonly count: number;
}

const byReason: Partial<Record<ReasonCode, QualityKind>> = {
  'no-work-email': 'no-work-email',
  'invalid-work-email': 'invalid-work-email',
  'duplicate-work-email': 'duplicate-work-email',
  'no-name': 'no-name',
  'starts-in-future': 'starts-in-future',
};

type Row = Pick<LogRow, 'outcome' | 'reason' | 'params' | 'modified'>;

/**
 * What is to be said about one person's data. Only a new account shows every value, so a missing manager or function is
 * told for those; for everybody else the organisation page knows.
 */
export function qualityOf(row: Row): readonly QualityKind[] {
  const kinds: QualityKind[] = [];
  const reason = byReason[row.reason];
  if (reason !== undefined) kinds.push(reason);
  if (row.params.managerNote === 'manager-self') kinds.push('own-manager');
  if (row.outcome !== 'created') return kinds;
  const written = new Set(row.modified.filter(({ to }) => to !== null && to !== '').map(({ attribute }) => attribute));
  if (!written.has('managerUserName') && !kinds.includes('own-manager')) kinds.push('no-manager');
  if (!written.has('title')) kinds.push('no-function');
  return kinds;
}

/** The kinds that occur, with how many people each is about. */
export function qualityFindings(rows: readonly Row[]): readonly QualityFinding[] {
  const counts = new Map<QualityKind, number>();
  for (const row of rows) for (const kind of qualityOf(row)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return qualityKinds.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
}
