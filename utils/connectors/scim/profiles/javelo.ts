import { enterpriseUserSchema, type TargetProfile } from '../profile.ts';

const javeloUserSchema = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';

/** Javelo as its article and two independent public clients show it (javelo-scim.md §2.1–2.5). */
export const javeloProfile: TargetProfile = {
  name: 'javelo',
  // §2.2: the public client asks for plain JSON and writes SCIM JSON.
  accept: 'application/json',
  paging: {
    // §2.1 documents `start_index`; §2.2 pages by `startIndex`, so that works too (inferred).
    parameter: 'start_index',
    alternative: 'startIndex',
    // Default and largest page are unknown (§2.5); the server may give fewer.
    pageSize: 100,
    // Whether `totalResults` is given at all is unknown (§2.5).
    totalsTrusted: true,
  },
  filter: {
    // §2.2: `filter=userName eq john@x.com`. Entra and Okta send quotes, so those are accepted too (inferred).
    quoting: 'unquoted',
    proven: false,
    // Only `userName eq` has been seen; the other two are tried (inferred).
    attributes: ['externalId', 'userName', 'employeeNumber'],
  },
  paths: {
    externalId: 'externalId',
    userName: 'userName',
    givenName: 'name.givenName',
    familyName: 'name.familyName',
    active: 'active',
    managerUserName: `${javeloUserSchema}:managerUserName`,
    // §2.4, medium: seen in one tenant.
    gender: `${javeloUserSchema}:gender`,
    // Inferred: seen nowhere, named like the others (§2.4). Where it is not accepted, people are written without it.
    birthDate: `${javeloUserSchema}:birthDate`,
    title: 'title',
    phoneNumber: 'phoneNumbers[type eq "work"].value',
    employeeNumber: `${enterpriseUserSchema}:employeeNumber`,
    // §2.4, medium: seen in one tenant.
    contractType: `${javeloUserSchema}:contractType`,
    // §2.3: `seniorityDate` is Javelo's `first_hired_on`.
    firstHiredOn: `${javeloUserSchema}:seniorityDate`,
    department: `${enterpriseUserSchema}:department`,
  },
  // Inferred: §2.2 sends another date so; the sample of §2.3 is DD-MM-YYYY.
  dateFormat: 'YYYY-MM-DD',
  // §2.2: `schemas` lists only core although extensions are present; no `emails`, the userName carries the e-mail.
  create: { schemas: 'core', emails: false },
  patch: {
    replace: 'Replace',
    add: 'Add',
    remove: 'Remove',
    // §2.2: `null` clears; accepted is inferred from the client treating only 200 as success.
    clear: 'replace-null',
    // Inferred: Entra, which Javelo supports, writes phone numbers so (§5.1).
    item: 'value-filter',
  },
  // Unknown (§2.5); switched on when discovery says so.
  etag: false,
  bulk: null,
  // §2.2: "max 300 requests in 5 min".
  budget: { requests: 300, windowMs: 300_000 },
  // Inferred: the shape of a refused double is unknown (§2.5).
  conflictText: 'already (?:been )?(?:taken|exists?|used|in use)|must be unique|not unique|duplicate',
};
