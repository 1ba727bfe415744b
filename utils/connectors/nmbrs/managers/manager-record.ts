import { cleanText } from '../../../core/normalise/text.ts';
import type { ManagerReference } from '../../../core/person.ts';
import { ownTextOrNull } from '../records/text.ts';
import { type AnswerTree, leafText } from '../small-answer.ts';

/**
 * A manager record (nmbrs-api.md §2.13) as a reference; `null` where it names nobody. It carries no employee id:
 * who it is among the people is for core to find out (rule R13).
 */
export function toManagerReference(record: {
  readonly number: string | null | undefined;
  readonly firstName: string | null | undefined;
  readonly name: string | null | undefined;
  readonly email: string | null | undefined;
}): ManagerReference | null {
  const number = cleanText(record.number);
  const email = ownTextOrNull(cleanText(record.email)?.toLowerCase() ?? null);
  const fullName = ownTextOrNull(
    cleanText([record.firstName, record.name].map((part) => cleanText(part) ?? '').join(' ')),
  );
  // The number alone names nobody: .NET writes 0, or anything, for a record that is not there.
  if (email === null && fullName === null) return null;
  return { email, number: number === '0' ? null : number, fullName };
}

/** The answer of Manager_GetCurrent; a missing result and empty fields both mean that there is no manager. */
export function readManagerAnswer(tree: AnswerTree): ManagerReference | null {
  return toManagerReference({
    number: leafText(tree, 'Number'),
    firstName: leafText(tree, 'FirstName'),
    name: leafText(tree, 'Name'),
    email: leafText(tree, 'Email'),
  });
}
