/** A place in a SCIM resource, taken apart (RFC 7644 §3.10): `urn:…:User:employeeNumber`, `name.givenName`, `phoneNumbers[type eq "work"].value`. */
export interface ScimPath {
  /** As written: what a PATCH operation and a filter carry. */
  readonly text: string;
  /** The extension's URN, or null for the core schema. */
  readonly schema: string | null;
  readonly attribute: string;
  /** Which item of a multi-valued attribute. */
  readonly selector: { readonly attribute: string; readonly value: string } | null;
  readonly subAttribute: string | null;
}

// Every account of a list asks for the same dozen paths.
const known = new Map<string, ScimPath>();

const pathShape = /^([A-Za-z$][\w$-]*)(?:\[([A-Za-z]\w*) eq "([^"\\\]]*)"\])?(?:\.([A-Za-z$][\w$-]*))?$/;

/**
 * Takes a path as a profile has it; the names are editable, so what is no path throws a RangeError that quotes it.
 * The URN ends at the last colon, since URNs contain dots ("…:2.0:User").
 */
export function parsePath(text: string): ScimPath {
  const path = known.get(text) ?? takeApart(text);
  known.set(text, path);
  return path;
}

function takeApart(text: string): ScimPath {
  const colon = /^urn:/i.test(text) ? text.lastIndexOf(':') : -1;
  const match = pathShape.exec(text.slice(colon + 1));
  const attribute = match?.[1];
  if (!match || attribute === undefined) throw new RangeError(`not a SCIM path: ${text.slice(0, 200)}`);
  const [, , selectorAttribute, selectorValue, subAttribute] = match;
  return {
    text,
    schema: colon < 0 ? null : text.slice(0, colon),
    attribute,
    selector:
      selectorAttribute === undefined || selectorValue === undefined
        ? null
        : { attribute: selectorAttribute, value: selectorValue },
    subAttribute: subAttribute ?? null,
  };
}
