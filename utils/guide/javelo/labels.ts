import { normalise } from '../page/text.ts';

/**
 * What Javelo's pages and the connection flow say, normalised. English is quoted from support articles (javelo-scim.md
 * §1, §3); all French, and every second wording, is inferred: no page was seen, so no reading rests on one label alone.
 */
const labels = {
  settings: ['settings', 'paramètres', 'réglages'],
  integrations: ['integrations', 'intégrations'],
  connect: ['connect', 'connect integration', 'connecter', 'connecter l’intégration', 'continue setup', 'reconnect'],
  disconnect: ['disconnect', 'déconnecter', 'se déconnecter de l’intégration'],
  configuration: ['configuration', 'configure', 'configurer'],
  activateScim: ['activate scim', 'activer scim', 'activer le scim', 'activate', 'activer'],
  newToken: [
    'generate a new token',
    'generate new token',
    'regenerate token',
    'générer un nouveau jeton',
    'régénérer le jeton',
    'générer un nouveau token',
  ],
  bearer: ['bearer token', 'token', 'jeton bearer', 'jeton', 'jeton d’accès', 'scim token', 'api token'],
  continue: ['continue', 'continuer', 'next', 'suivant'],
  subdomain: ['subdomain', 'nmbrs subdomain', 'sous domaine', 'api domain', 'domain', 'domaine'],
  email: ['email', 'e mail', 'email address', 'adresse e mail', 'adresse email', 'username', 'courriel'],
  token: ['api token', 'token', 'jeton api', 'jeton d’api', 'jeton', 'clé api', 'api key'],
  setUp: ['set up integration', 'set up', 'configurer l’intégration', 'mettre en place l’intégration', 'connect'],
  done: [
    'your integration is set up',
    'integration is set up',
    'successfully connected',
    'votre intégration est configurée',
    'connexion réussie',
  ],
} as const;

export type JaveloLabel = keyof typeof labels;

const known: ReadonlyMap<JaveloLabel, ReadonlySet<string>> = new Map(
  (Object.keys(labels) as JaveloLabel[]).map((label) => [label, new Set(labels[label].map(plain))]),
);

/** Whether a text, as it stands on a page, is one of a label's wordings. */
export function says(label: JaveloLabel, text: string): boolean {
  return known.get(label)?.has(plain(text)) ?? false;
}

/** Typographic and typewriter apostrophes are one; so is what an arrow or a plus sign adds to a button. */
function plain(text: string): string {
  return normalise(text)
    .replace(/['’]/g, '’')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
