import type { Translate } from '../../utils/i18n/translator.ts';
import type { TableColumn, TableLine, TableSort } from '../table/table-line.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { personState } from './person-state.ts';
import { StateTag } from './state-tag.tsx';

export interface PersonRow extends Readonly<Parameters<typeof personState>[0]> {
  readonly sourceId: string;
  readonly displayName: string;
  readonly userName: string | null;
  readonly companyName: string;
  readonly title: string | null;
  readonly department: string | null;
}

interface PeopleTableProps<R extends PersonRow> {
  readonly t: Translate;
  readonly lines: readonly TableLine<R>[];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly onOpen: (person: R) => void;
}

/** Everyone, with how they stand. */
export function PeopleTable<R extends PersonRow>({ t, lines, sort, onSort, onOpen }: PeopleTableProps<R>) {
  const columns: readonly TableColumn<R>[] = [
    {
      id: 'person',
      label: t('log.column.person'),
      width: 'minmax(0, 2.4fr)',
      sortable: true,
      fromRem: 0,
      cell: (person) => (
        <>
          <span class="cell-main">{person.displayName}</span>
          <span class="cell-sub">{person.userName ?? t('plan.noAddress')}</span>
        </>
      ),
    },
    {
      id: 'state',
      label: t('person.state'),
      width: 'minmax(120px, 1.1fr)',
      sortable: true,
      fromRem: 0,
      cell: (person) => <StateTag t={t} state={personState(person)} />,
    },
    {
      id: 'title',
      label: t('attributes.title'),
      width: 'minmax(0, 1.6fr)',
      sortable: true,
      fromRem: 34,
      cell: (person) => (
        <>
          <span class="cell-line">{person.title ?? ''}</span>
          <span class="cell-sub">{person.department ?? ''}</span>
        </>
      ),
    },
    {
      id: 'company',
      label: t('plan.company'),
      width: 'minmax(0, 1.6fr)',
      sortable: true,
      fromRem: 42,
      cell: (person) => <span class="cell-line">{person.companyName}</span>,
    },
  ];
  return (
    <VirtualTable
      caption={t('people.title')}
      locale={t.locale}
      columns={columns}
      lines={lines}
      sort={sort}
      onSort={onSort}
      onOpen={onOpen}
      testId="people"
    />
  );
}
