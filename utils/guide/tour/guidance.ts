import type { Permission } from '../../core/permissions/permission.ts';
import type { ChecklistItemId } from '../../core/tour/checklist.ts';
import type { Located } from '../locate/located.ts';
import type { TemplateRow } from '../read/templates.ts';

/** What the card says, one sentence each: `guide.say.<name>` in the locales. */
export type Say =
  | 'loggedOut'
  | 'profilePicker'
  | 'employeeOnly'
  | 'openUserMenu'
  | 'openProfile'
  | 'openProfileTab'
  | 'noUserType'
  | 'notAdministrator'
  | 'accountant'
  | 'chooseRoute'
  | 'openSettings'
  | 'openGroup'
  | 'openTemplates'
  | 'rowsEqual'
  | 'rowMissing'
  | 'rowChoose'
  | 'rowOwn'
  | 'openCog'
  | 'readOnly'
  | 'accountantOnly'
  | 'whoseRights'
  | 'whoseRightsMine'
  | 'wrongTemplate'
  | 'readServices'
  | 'switchOn'
  | 'unclear'
  | 'focus'
  | 'rightsDone'
  | 'rightsDoneSave'
  | 'rightsLeft'
  | 'openTokenTab'
  | 'noTokenTab'
  | 'activate'
  | 'tokenHidden'
  | 'handOver'
  | 'resetAsked'
  | 'check'
  | 'refused'
  | 'checkFailed'
  | 'allDone'
  | 'lost'
  | 'lostToken';

/** What the admin may ask the card to do. */
export type CardAction =
  | 'press'
  | 'routeOwn'
  | 'routeMine'
  | 'goOn'
  | 'thisTemplate'
  | 'otherTemplate'
  | 'readServices'
  | 'switchOn'
  | 'undo'
  | 'handOver'
  | 'check'
  | 'showRefused'
  | 'lookAgain'
  | 'copyStructure';

/** The present step: what to say, where to point, what to offer. Holds elements: for one look only. */
export interface Guidance {
  readonly item: ChecklistItemId | null;
  readonly say: Say;
  readonly params: Readonly<Record<string, string | number>>;
  readonly target: Located | null;
  readonly actions: readonly CardAction[];
  /** Rows to choose from. */
  readonly rows: readonly TemplateRow[];
  /** Permissions that the step is about. */
  readonly permissions: readonly Permission[];
}

export function guidance(
  item: ChecklistItemId | null,
  say: Say,
  rest: Partial<Omit<Guidance, 'item' | 'say'>> = {},
): Guidance {
  return { item, say, params: {}, target: null, actions: [], rows: [], permissions: [], ...rest };
}
