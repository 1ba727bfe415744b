import type { AccountAttribute } from '../../../utils/core/account.ts';
import type { SwitchName } from '../../sandbox/javelo/scim/switches.ts';

/** What a position of a switch changes about the outcome; everything else has to be as if it were not there. */
export interface Position {
  readonly value: unknown;
  /** Attributes of `report` that do not arrive. */
  readonly missing?: readonly AccountAttribute[];
  /** What the list throws, however often it is begun anew. */
  readonly list?: 'target-list-unstable' | 'target-page-repeated';
  /** How often it is begun anew before it is whole. */
  readonly restarts?: number;
  /** The disabled account is listed no more. */
  readonly hidesInactive?: boolean;
  /** The answer to a create does not tell whose account it is. */
  readonly blind?: boolean;
}

const plain = (...values: unknown[]): Position[] => values.map((value) => ({ value }));

/** Every switch in every position, for both profiles. */
export const positions: Record<SwitchName, readonly Position[]> = {
  paginationParam: plain('start_index', 'startIndex', 'both'),
  defaultCount: plain(1, 100),
  maxCount: plain(1, 3, 100),
  totalResults: plain('on', 'off'),
  listInactive: [{ value: 'yes' }, { value: 'no', hidesInactive: true }],
  unstablePages: [
    { value: 'off' },
    { value: 'duplicate', list: 'target-list-unstable' },
    { value: 'skip', list: 'target-list-unstable' },
    { value: 'duplicate-once', restarts: 1 },
    { value: 'skip-once', restarts: 1 },
  ],
  repeatPage: [{ value: 'off' }, { value: 'on', list: 'target-page-repeated' }],
  filterSupport: plain('full', 'userName', 'none'),
  filterQuoting: plain('lenient', 'strict'),
  projection: plain('on', 'ignored'),
  search: plain('on', '404'),
  userNameFormat: plain('email', 'any'),
  userNameCase: plain('preserve', 'lower', 'exact'),
  nameRequired: plain('on', 'off'),
  emailsFromUserName: plain('on', 'off'),
  externalIdUnique: plain('on', 'off'),
  createInvisible: plain([], ['ghost@acme.example']),
  schemasRequired: plain('on', 'off'),
  contentType: plain('any', 'strict'),
  genders: [{ value: ['male', 'female'] }, { value: ['M', 'F'], missing: ['gender'] }],
  dateFormat: [{ value: 'YYYY-MM-DD' }, { value: 'any' }, { value: 'DD-MM-YYYY' }],
  activeString: plain('accepted', 'rejected'),
  reactivate: plain('on', 'ignored', '4xx'),
  managerInactive: plain('4xx', 'ignored', 'strict', 'kept'),
  managerUnknown: plain('4xx', 'ignored', 'kept'),
  unknownExtensionAttr: plain('ignored', '400', 'kept'),
  acceptedExtensionAttrs: [
    { value: ['managerUserName'], missing: ['gender', 'birthDate', 'contractType', 'firstHiredOn'] },
  ],
  droppedAttrs: [{ value: ['title', 'birthDate', 'phoneNumbers'], missing: ['title', 'birthDate', 'phoneNumber'] }],
  rejectedAttrs: [{ value: ['title', 'birthDate', 'phoneNumbers'], missing: ['title', 'birthDate', 'phoneNumber'] }],
  patchOps: plain('lenient', 'anyCase', 'strict'),
  patchNoPath: plain('on', '400'),
  patchNoTarget: plain('create', '400'),
  patchAnswer: plain('200', '204'),
  groupPatchAnswer: plain('200', '204'),
  groups: plain('on', '404'),
  deleteMode: plain('405', '204-soft', '204-hard'),
  put: plain('on', '405'),
  rate: plain(null, { requests: 300, windowMs: 300_000 }),
  retryAfter: plain('seconds', 'date', 'none'),
  discovery: plain('on', '404'),
  bulk: plain('on', '404'),
  bulkMaxOperations: plain(1, 1000),
  bulkMaxPayloadSize: plain(1, 1_048_576),
  etag: plain('on', 'off'),
  emptyBody: [{ value: 'off' }, { value: 'on', blind: true }],
  errorShape: plain('rfc', 'plain', 'html'),
  validationStatus: plain('400', '422'),
  latencyMs: plain(0, 20),
};

/** The same as rows of a table of tests. */
export const cases = Object.entries(positions).flatMap(([name, all]) =>
  all.map((position) => [`${name} ${JSON.stringify(position.value)}`, name, position] as const),
);
