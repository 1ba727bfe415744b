import type { Account } from '../../access.ts';
import type { ApiAccount } from '../api-account.ts';
import type { Texts } from '../labels/texts.ts';
import type { Session } from '../sessions.ts';
import type { Skin } from '../skins/skin.ts';
import type { PageSwitches } from '../switches.ts';
import type { Templates } from '../templates.ts';

/** The person who is signed in, as the profile page shows it. */
export interface Person {
  name: string;
}

/** What a page is made of. */
export interface View {
  readonly switches: PageSwitches;
  readonly texts: Texts;
  /** A text of the customer's own, set as the switches want it. */
  readonly own: (text: string) => string;
  readonly skin: Skin;
  readonly templates: Templates;
  readonly apiAccount: ApiAccount;
  readonly account: Account;
  readonly person: Person;
  readonly session: Session;
}
