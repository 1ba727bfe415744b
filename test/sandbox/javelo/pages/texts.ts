/**
 * What Javelo's pages say. English: the words that its support articles quote (javelo-scim.md §1). French: inferred, no
 * page was seen. `other` holds the wordings that a redesign might bring.
 */
const english = {
  login: 'Log in',
  email: 'Email',
  password: 'Password',
  people: 'Collaborators',
  reviews: 'Reviews',
  welcome: 'Welcome to Javelo',
  settings: 'Settings',
  company: 'Company',
  general: 'General',
  customFields: 'Custom Fields and Groups',
  integrations: 'Integrations',
  integrationsText: 'Connect Javelo to the tools your company uses.',
  connect: 'Connect',
  connected: 'Connected',
  disconnect: 'Disconnect',
  understood: 'OK, I understand',
  confirm: 'Confirm',
  configuration: 'Configuration',
  nmbrsText: 'Import your employees from Nmbrs.',
  scimText: 'Provision users with the SCIM 2.0 standard.',
  personioText: 'Import your employees from Personio.',
  azureText: 'Provision users from Azure Active Directory.',
  activateScim: 'Activate scim',
  scimActive: 'SCIM is active.',
  newToken: 'Generate a new token',
  bearer: 'Bearer token',
  once: 'Copy this token now: it will not be shown again.',
  copy: 'Copy',
  close: 'Close',
  noRight: 'You need the company manager right to see this page.',
} as const;

export type TextKey = keyof typeof english;
export type Texts = Readonly<Record<TextKey, string>>;

const french: Texts = {
  login: 'Se connecter',
  email: 'E-mail',
  password: 'Mot de passe',
  people: 'Collaborateurs',
  reviews: 'Entretiens',
  welcome: 'Bienvenue sur Javelo',
  settings: 'Paramètres',
  company: 'Entreprise',
  general: 'Général',
  customFields: 'Champs personnalisés et groupes',
  integrations: 'Intégrations',
  integrationsText: 'Connectez Javelo aux outils de votre entreprise.',
  connect: 'Connecter',
  connected: 'Connecté',
  disconnect: 'Déconnecter',
  understood: 'OK, j’ai compris',
  confirm: 'Confirmer',
  configuration: 'Configuration',
  nmbrsText: 'Importez vos collaborateurs depuis Nmbrs.',
  scimText: 'Provisionnez les utilisateurs avec le standard SCIM 2.0.',
  personioText: 'Importez vos collaborateurs depuis Personio.',
  azureText: 'Provisionnez les utilisateurs depuis Azure Active Directory.',
  activateScim: 'Activer scim',
  scimActive: 'SCIM est activé.',
  newToken: 'Générer un nouveau jeton',
  bearer: 'Jeton bearer',
  once: 'Copiez ce jeton maintenant : il ne sera plus affiché.',
  copy: 'Copier',
  close: 'Fermer',
  noRight: 'Le droit « company manager » est nécessaire pour voir cette page.',
};

const otherEnglish: Partial<Texts> = {
  connect: 'Connect integration',
  configuration: 'Configure',
  activateScim: 'Activate SCIM',
  newToken: 'Regenerate token',
  bearer: 'Token',
};

const otherFrench: Partial<Texts> = {
  connect: 'Connecter l’intégration',
  configuration: 'Configurer',
  activateScim: 'Activer SCIM',
  newToken: 'Régénérer le jeton',
  bearer: 'Jeton',
};

export const textsFor = (language: 'en' | 'fr', labels: 'usual' | 'other'): Texts => {
  const usual = language === 'en' ? english : french;
  return labels === 'usual' ? usual : { ...usual, ...(language === 'en' ? otherEnglish : otherFrench) };
};
