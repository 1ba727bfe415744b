import type { Permission } from '../../core/permissions/permission.ts';
import type { ServiceRights, TemplateChoice, TokenState, Tour } from '../../core/tour/tour.ts';
import { judgeUserType } from '../read/administrator.ts';
import { type MethodCatalogue, methodsOf } from '../read/catalogue.ts';
import type { PageReading, PageState } from '../read/page-state.ts';
import { rightsOwner } from './rights-owner.ts';
import { summarise } from './summarise.ts';

/** What was seen, to be told to the background. */
export type Observed = {
  -readonly [K in 'userType' | 'administrator' | 'token' | 'services' | 'template' | 'affirmed']?: Tour[K];
};

const tokenStates: Partial<Readonly<Record<PageState, TokenState>>> = {
  profileNoTokenTab: 'noTab',
  tokenInactive: 'inactive',
  tokenHidden: 'hidden',
  tokenVisible: 'visible',
};

/** What this look at the page teaches beyond what the tour knows; empty where nothing is new. */
export function observe(
  reading: PageReading,
  tour: Tour,
  wanted: readonly Permission[],
  opened: TemplateChoice | null,
  catalogue: MethodCatalogue,
): Observed {
  const news: Observed = {};
  const { userType } = reading.profile;
  const onProfile =
    reading.state === 'profile' || reading.state === 'profileNoTokenTab' || reading.state.startsWith('token');
  if (userType && onProfile && userType !== tour.userType) {
    news.userType = userType;
    news.administrator = judgeUserType(userType);
  }
  const token = tokenStates[reading.state];
  if (token && token !== tour.token) news.token = token;
  const services = rightsShown(reading, tour, wanted, opened, catalogue);
  if (services) news.services = services;
  return news;
}

function rightsShown(
  reading: PageReading,
  tour: Tour,
  wanted: readonly Permission[],
  opened: TemplateChoice | null,
  catalogue: MethodCatalogue,
): Tour['services'] | null {
  const service = reading.rights.services?.current;
  const meant = tour.template;
  if (reading.state !== 'apiRights' || !service || !meant || rightsOwner(reading, meant, opened) !== 'meant')
    return null;
  const rows = reading.rights.rows.filter((row) => row.service === service);
  const now = summarise(service, rows, wanted);
  const before = tour.services[service];
  const whole = rows.length >= methodsOf(catalogue, service).length * 0.8;
  // A list that is drawn as one scrolls shows only some; it is read as a whole when the admin asks for it.
  if (!whole && (before ? now.unclear.length > before.unclear.length : now.unclear.length > 0)) return null;
  const merged: ServiceRights = whole || !before ? now : { ...now, surplus: before.surplus };
  return JSON.stringify(merged) === JSON.stringify(before) ? null : { ...tour.services, [service]: merged };
}
