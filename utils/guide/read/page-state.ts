import type { PageIndex } from '../page/page-index.ts';
import { type AccessScores, readAccess } from './access.ts';
import type { MethodCatalogue } from './catalogue.ts';
import { readWays, type Ways } from './menu.ts';
import { type ProfileReading, readProfile } from './profile.ts';
import { type RightsReading, readRights } from './rights.ts';
import { readTemplates, type TemplatesReading } from './templates.ts';
import { readToken, type TokenReading } from './token.ts';

/** Where on the admin pages the admin is (nmbrs-ui.md §5.2). */
export type PageState =
  | 'loggedOut'
  | 'profilePicker'
  | 'employeeOnly'
  | 'apiRights'
  | 'userMenuOpen'
  | 'tokenVisible'
  | 'tokenInactive'
  | 'tokenHidden'
  | 'profileNoTokenTab'
  | 'profile'
  | 'templateList'
  | 'settings'
  | 'shell'
  | 'unknown';

/** Everything read off the page in one look. Holds elements: for one look only. */
export interface PageReading {
  readonly state: PageState;
  readonly confidence: number;
  readonly index: PageIndex;
  readonly ways: Ways;
  readonly profile: ProfileReading;
  readonly templates: TemplatesReading;
  readonly rights: RightsReading;
  readonly token: TokenReading;
}

/** From here on a state is believed. */
export const believed = 0.65;

/** Reads the whole page. `path` is the address's path; it only ever adds to what the page itself shows. */
export function readPage(index: PageIndex, path: string, catalogue: MethodCatalogue = new Map()): PageReading {
  const ways = readWays(index);
  const profile = readProfile(index);
  const templates = readTemplates(index);
  const rights = readRights(index, catalogue);
  const token = readToken(index, ways);
  const { state, confidence } = judge({
    access: readAccess(index, path),
    index,
    ways,
    profile,
    templates,
    rights,
    token,
  });
  return { state, confidence, index, ways, profile, templates, rights, token };
}

interface Evidence extends Pick<PageReading, 'index' | 'ways' | 'profile' | 'templates' | 'rights' | 'token'> {
  readonly access: AccessScores;
}

/** The first state that is believed, from what lies on top of the page to what lies below it. */
function judge(evidence: Evidence): { state: PageState; confidence: number } {
  const ranked = scores(evidence);
  const found = ranked.find(([, score]) => score >= believed);
  if (found) return { state: found[0], confidence: found[1] };
  return { state: 'unknown', confidence: Math.max(...ranked.map(([, score]) => score)) };
}

function scores({
  access,
  index,
  ways,
  profile,
  templates,
  rights,
  token,
}: Evidence): readonly (readonly [PageState, number])[] {
  const onProfile = templates.score < believed ? profile.score : 0;
  const menu = ways.userProfile && (index.labelled('logOut').length > 0 || index.labelled('myAccount').length > 0);
  const tokenRow = index.labelled('tokenRow').some(({ element }) => element.closest('[role=tab]') === null);
  const visible = (token.hasToken ? 0.5 : 0) + (token.email ? 0.25 : 0) + (token.hasReset ? 0.25 : 0);
  const inactive = token.canActivate ? 0.6 + (token.hasTab ? 0.15 : 0) + (token.tabChosen ? 0.25 : 0) : 0;
  const hidden = token.tabChosen && !token.canActivate && !token.hasToken ? 0.7 : 0;
  return [
    ['loggedOut', access.loggedOut],
    ['profilePicker', access.profilePicker],
    ['apiRights', rights.rows.length > 0 || rights.services ? rights.score : 0],
    ['tokenVisible', token.hasToken && tokenRow ? visible : 0],
    ['tokenInactive', inactive],
    ['tokenHidden', hidden],
    ['templateList', templates.score],
    ['profileNoTokenTab', onProfile >= believed && !token.hasTab && !menu ? onProfile : 0],
    ['profile', onProfile],
    ['employeeOnly', access.employeeOnly],
    ['userMenuOpen', menu ? 0.9 * (ways.userProfile?.confidence ?? 0) : 0],
    ['settings', Math.max(ways.templateUsers?.confidence ?? 0, 0.9 * (ways.usersGroup?.confidence ?? 0))],
    ['shell', access.shell],
  ];
}
