import { resolveEndpoints } from '../../../utils/connectors/nmbrs/endpoints.ts';
import { scimBaseUrl } from '../../../utils/connectors/scim/address.ts';
import { CompanionError, type ErrorInfo, toErrorInfo } from '../../../utils/core/errors.ts';
import { memoryKeys } from '../../../utils/engine/memory-keys.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { ConnectionView } from '../../../utils/messaging/schemas/connection.ts';
import { whileAlive } from '../../../utils/platform/keepalive.ts';
import type { SecretName } from '../../../utils/ports/secrets.ts';
import type { ConnectionSettings } from '../../../utils/ports/settings.ts';
import { leaveQuarantine } from '../schedule/test-connection.ts';
import type { OpenServices, Services } from '../services.ts';

type ConnectionMessages =
  | 'connection.get'
  | 'connection.saveSource'
  | 'connection.saveTarget'
  | 'connection.testSource'
  | 'connection.testTarget'
  | 'connection.forget';

export function createConnectionHandlers(
  open: OpenServices,
  onChanged: () => void,
): Pick<Handlers, ConnectionMessages> {
  // One change after the other: two pages, or two cards of one, may save at the same moment.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.then(onChanged, () => {});
    return mine;
  };
  return {
    async 'connection.get'() {
      return viewConnection(await open());
    },
    async 'connection.saveSource'({ domainText, email, token, apiUrl, remember }) {
      const services = await open();
      const endpoints = resolveEndpoints({ domain: domainText, ...(apiUrl ? { apiUrl } : {}) });
      const nmbrs = { apiUrl: endpoints.apiUrl, domain: endpoints.domain, email: email.trim() };
      return inTurn(() => change(services, { nmbrs }, 'nmbrs-token', token, remember));
    },
    async 'connection.saveTarget'({ addressText, token, profile, remember }) {
      const services = await open();
      const scimUrl = scimBaseUrl(addressText);
      return inTurn(async () => {
        await refuseDuringRun(services);
        const before = (await services.settings.readConnection()).target;
        const isSame = before?.scimUrl === scimUrl && before.profile === profile;
        const target = { scimUrl, profile, ...(isSame && before.overrides ? { overrides: before.overrides } : {}) };
        await forgetOtherTarget(services, scimUrl);
        return change(services, { target }, 'scim-token', token, remember);
      });
    },
    async 'connection.testSource'() {
      const services = await open();
      // A host that stays silent takes 25 s to give up on; the worker must live to say so.
      return whileAlive(async () => {
        try {
          const check = await (await services.openSource()).check();
          if (check.ok) await leaveQuarantine(services, 'source');
          return check;
        } catch (error) {
          return { ok: false, environment: null, companies: [], permissions: [], error: told(error) };
        }
      });
    },
    async 'connection.testTarget'() {
      const services = await open();
      return whileAlive(async () => {
        try {
          const target = await services.openTarget();
          await services.journal.spendRequest(services.clock.nowMs());
          const check = await target.check();
          if (check.ok) await leaveQuarantine(services, 'target');
          return check;
        } catch (error) {
          return { ok: false, accounts: null, error: told(error) };
        }
      });
    },
    async 'connection.forget'() {
      const services = await open();
      return inTurn(async () => {
        await refuseDuringRun(services);
        await services.secrets.forget('nmbrs-token');
        await services.secrets.forget('scim-token');
        await services.settings.saveConnection({ nmbrs: null, target: null });
        return viewConnection(services);
      });
    },
  };
}

async function change(
  services: Services,
  part: Partial<ConnectionSettings>,
  secret: SecretName,
  token: string | null,
  remember: boolean,
): Promise<ConnectionView> {
  await refuseDuringRun(services);
  await services.settings.saveConnection({ ...(await services.settings.readConnection()), ...part });
  const typed = token?.trim();
  if (typed) await services.secrets.save(secret, typed, { remember });
  return viewConnection(services);
}

/** Links and findings of one target mean nothing in another: its account 1 is somebody else. */
async function forgetOtherTarget({ journal }: Services, scimUrl: string): Promise<void> {
  const known = (await journal.recall([targetKey])).get(targetKey);
  if (known === scimUrl) return;
  if (known !== undefined) await journal.forgetTarget();
  const { negotiated, attributes, previous } = memoryKeys;
  const forgotten = known === undefined ? [] : [negotiated, attributes, previous];
  await journal.remember([...forgotten.map((key) => ({ key, value: null })), { key: targetKey, value: scimUrl }]);
}

/** The address that what is on record belongs to. */
const targetKey = 'connection:target';

/** A run belongs to one pair of systems, so the connection stays as it is until it ends. */
export async function refuseDuringRun({ journal }: Services): Promise<void> {
  if (await journal.activeRun()) throw new CompanionError('run-active');
}

async function viewConnection({ settings, secrets }: Services): Promise<ConnectionView> {
  const { nmbrs, target } = await settings.readConnection();
  const { secrets: kept } = await secrets.status();
  const has = (name: SecretName) => kept.some((secret) => secret.name === name && secret.present);
  return {
    nmbrs: nmbrs && {
      ...nmbrs,
      customApi: nmbrs.apiUrl !== resolveEndpoints({ domain: nmbrs.domain }).apiUrl,
      hasToken: has('nmbrs-token'),
    },
    target: target && { ...target, hasToken: has('scim-token') },
  };
}

/** Errors of a test are its result; anything unforeseen is still the caller's. */
function told(error: unknown): ErrorInfo {
  if (error instanceof CompanionError) return toErrorInfo(error);
  throw error;
}
