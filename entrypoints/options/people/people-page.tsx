import type { PageProps } from '../page-props.ts';
import { Everyone } from './everyone.tsx';
import { OnePerson } from './one-person.tsx';

/** Everyone with how they stand; or one person, explained step by step. */
export default function PeoplePage({ t, run, route: { sourceId } }: PageProps<'people'>) {
  if (sourceId === null) return <Everyone t={t} run={run} />;
  return <OnePerson key={sourceId} t={t} run={run} sourceId={sourceId} />;
}
