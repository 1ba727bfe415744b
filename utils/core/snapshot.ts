import type { ErrorInfo, Notice } from './errors.ts';
import type { Person, PersonAttribute } from './person.ts';

declare const proven: unique symbol;

/** What the source connector witnessed while it read; the proof is made from this and nothing else. */
export interface SourceEvidence {
  /** Companies the source listed, and whether each one answered every required call to its last tag. */
  readonly companies: readonly {
    readonly id: string;
    readonly name: string;
    readonly answered: boolean;
    readonly people: number;
  }[];
  /** Attributes that could not be read (1002, 1003): they are neither written nor cleared. */
  readonly unread: readonly { readonly attribute: PersonAttribute; readonly error: ErrorInfo }[];
  readonly notices: readonly Notice[];
  /** Requests spent on the source. */
  readonly calls: number;
}

interface SnapshotBase {
  readonly people: readonly Person[];
  readonly unread: ReadonlySet<PersonAttribute>;
  readonly evidence: SourceEvidence;
}

/** Everyone, proven. Only this may produce a disable (design.md rule 1). Made by `sealSnapshot` alone. */
export interface CompleteSnapshot extends SnapshotBase {
  readonly complete: true;
  readonly [proven]: true;
}

export interface IncompleteSnapshot extends SnapshotBase {
  readonly complete: false;
  readonly reasons: readonly ('no-company' | 'company-unanswered' | 'nobody' | 'count-mismatch')[];
}

export type SourceSnapshot = CompleteSnapshot | IncompleteSnapshot;

/**
 * Decides whether a read was complete: at least one company, every company answered, the people counted per company
 * are the people at hand, and somebody is there at all. The one place where a CompleteSnapshot is made.
 */
export function sealSnapshot(people: readonly Person[], evidence: SourceEvidence): SourceSnapshot {
  const unread = new Set(evidence.unread.map((entry) => entry.attribute));
  const reasons = [
    ...(evidence.companies.length === 0 ? (['no-company'] as const) : []),
    ...(evidence.companies.some((company) => !company.answered) ? (['company-unanswered'] as const) : []),
    ...(people.length === 0 ? (['nobody'] as const) : []),
    ...(evidence.companies.reduce((sum, company) => sum + company.people, 0) === people.length
      ? []
      : (['count-mismatch'] as const)),
  ];
  if (reasons.length > 0) return { complete: false, people, unread, evidence, reasons };
  const whole: SnapshotBase & { readonly complete: true } = { complete: true, people, unread, evidence };
  return whole as CompleteSnapshot;
}
