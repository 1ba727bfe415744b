import type { CompanionError } from '../../core/errors.ts';
import type { TargetProfile } from './profile.ts';

type PatchForm = TargetProfile['patch'];

/**
 * The form to try once after a PATCH was refused for its form, or null where the refusal is about something else. A refused
 * PATCH has changed nothing (RFC 7644 §3.5.2), so sending it again in another form is safe.
 */
export function otherPatchForm(form: PatchForm, error: CompanionError): PatchForm | null {
  if (error.code !== 'target-invalid') return null;
  const { scimType, detail } = error.params;
  if (is(scimType, 'noTarget') && form.item === 'value-filter') return { ...form, item: 'remove-add' };
  // Entra sends `Replace`, Okta and RFC 7644 `replace`: a server may know only one (javelo-scim.md §5.1).
  if (is(scimType, 'invalidSyntax') || (scimType === undefined && /\b(?:op|operations?)\b/i.test(String(detail)))) {
    return form.replace === 'Replace'
      ? { ...form, replace: 'replace', add: 'add', remove: 'remove' }
      : { ...form, replace: 'Replace', add: 'Add', remove: 'Remove' };
  }
  return null;
}

function is(value: unknown, wanted: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === wanted.toLowerCase();
}
