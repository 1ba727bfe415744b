import type { Handlers } from '../../../utils/messaging/router.ts';
import type { OpenServices } from '../services.ts';

type SecretMessages =
  | 'secrets.status'
  | 'secrets.remember'
  | 'secrets.setPassphrase'
  | 'secrets.lock'
  | 'secrets.unlock'
  | 'secrets.forget';

/** The vault as its owner handles it; nothing here ever answers with a secret. */
export function createSecretHandlers(open: OpenServices, onUnlocked: () => void): Pick<Handlers, SecretMessages> {
  return {
    async 'secrets.status'() {
      return (await open()).secrets.status();
    },
    async 'secrets.remember'({ name, remember }) {
      const { secrets } = await open();
      await secrets.remember(name, remember);
      return secrets.status();
    },
    async 'secrets.setPassphrase'({ passphrase }) {
      const { secrets } = await open();
      await secrets.setPassphrase(passphrase);
      return secrets.status();
    },
    async 'secrets.lock'() {
      const { secrets } = await open();
      await secrets.lock();
      return secrets.status();
    },
    async 'secrets.unlock'({ passphrase }) {
      const { secrets } = await open();
      await secrets.unlock(passphrase);
      onUnlocked();
      return secrets.status();
    },
    async 'secrets.forget'({ name }) {
      const { secrets } = await open();
      await secrets.forget(name);
      return secrets.status();
    },
  };
}
