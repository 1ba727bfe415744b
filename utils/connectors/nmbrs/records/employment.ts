import type { IsoDate } from '../../../core/ids.ts';
import { toIsoDate } from '../../../core/normalise/date.ts';
import {
  decideStatus,
  type EmploymentRecord,
  latestEmployment,
  pickFirstHiredOn,
} from '../../../core/normalise/employment.ts';
import type { PersonStatus } from '../../../core/person.ts';
import { collectHistories } from './histories.ts';
import { orNull, ownText } from './text.ts';

/** What somebody's employments say. */
export interface EmploymentFacts {
  /** The status of somebody who is listed as active. */
  readonly statusIfListed: PersonStatus;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly firstHiredOn: IsoDate | null;
}

const fields = ['CreationDate', 'StartDate', 'EndDate', 'InitialStartDate'] as const;

/** Employment_GetAll_AllEmployeesByCompany (nmbrs-api.md §2.11): per employee what all employments together say (rules R1, R12). */
export function collectEmployments(today: IsoDate) {
  return collectHistories<EmploymentRecord, EmploymentFacts>(
    { items: ['EmployeeEmploymentItem'], records: ['Employment'], fields },
    ([createdAt, start, end, initialStart]) => ({
      createdAt: orNull(createdAt),
      startsOn: ownDate(start),
      endsOn: ownDate(end),
      initialStartsOn: ownDate(initialStart),
    }),
    (history) => {
      const latest = latestEmployment(history);
      return {
        statusIfListed: decideStatus('active', history, today),
        startsOn: latest?.startsOn ?? null,
        endsOn: latest?.endsOn ?? null,
        firstHiredOn: pickFirstHiredOn(history, today),
      };
    },
  );
}

function ownDate(text: string | undefined): IsoDate | null {
  const date = toIsoDate(text);
  return date && (ownText(date) as IsoDate);
}
