/**
 * What the connection flow says. The order of its pages and the words Continue and "Set up integration" are quoted from
 * guides (javelo-scim.md §3); everything else, and all French, is inferred: no page of it was seen.
 */
const english = {
  title: 'Connect Nmbrs',
  intro: 'Javelo wants to read the following data from Nmbrs:',
  employments: 'Read employments',
  groups: 'Read groups',
  continue: 'Continue',
  back: 'Back',
  close: 'Close',
  subdomainTitle: 'Enter your Nmbrs subdomain',
  subdomain: 'Subdomain',
  subdomainText: 'The first part of the address at which you log in, for example “example” in example.nmbrs.nl.',
  permissionsTitle: 'Set the permissions',
  permissionsText: 'Switch these permissions on in the API settings of your user template:',
  credentialsTitle: 'Enter your credentials',
  credentialsText: 'You find both in your user profile, tab “API TOKEN”.',
  email: 'Email',
  token: 'API token',
  setUp: 'Set up integration',
  checking: 'Checking…',
  done: 'Your integration is set up',
  doneText: 'The first synchronisation begins in a moment.',
  wrongSubdomain: 'There is no Nmbrs environment with this subdomain for this user.',
  badSubdomain: 'Enter only the first part of the address.',
  badEmail: 'Enter a valid email address.',
  wrongToken: 'Nmbrs does not accept this email and token.',
  missing: 'These permissions are missing:',
  unavailable: 'Nmbrs does not answer at the moment. Try again later.',
} as const;

export type FlowText = keyof typeof english;

const french: Readonly<Record<FlowText, string>> = {
  title: 'Connecter Nmbrs',
  intro: 'Javelo souhaite lire les données suivantes dans Nmbrs :',
  employments: 'Lire les contrats',
  groups: 'Lire les groupes',
  continue: 'Continuer',
  back: 'Retour',
  close: 'Fermer',
  subdomainTitle: 'Saisissez votre sous-domaine Nmbrs',
  subdomain: 'Sous-domaine',
  subdomainText: 'La première partie de l’adresse de connexion, par exemple « example » dans example.nmbrs.nl.',
  permissionsTitle: 'Définissez les autorisations',
  permissionsText: 'Activez ces autorisations dans les paramètres API de votre modèle d’utilisateur :',
  credentialsTitle: 'Saisissez vos identifiants',
  credentialsText: 'Vous les trouvez dans votre profil, onglet « API TOKEN ».',
  email: 'E-mail',
  token: 'Jeton API',
  setUp: 'Configurer l’intégration',
  checking: 'Vérification…',
  done: 'Votre intégration est configurée',
  doneText: 'La première synchronisation commence dans un instant.',
  wrongSubdomain: 'Aucun environnement Nmbrs ne correspond à ce sous-domaine pour cet utilisateur.',
  badSubdomain: 'Saisissez uniquement la première partie de l’adresse.',
  badEmail: 'Saisissez une adresse e-mail valide.',
  wrongToken: 'Nmbrs n’accepte pas cet e-mail et ce jeton.',
  missing: 'Ces autorisations manquent :',
  unavailable: 'Nmbrs ne répond pas pour le moment. Réessayez plus tard.',
};

export const flowTexts = (language: 'en' | 'fr'): Readonly<Record<FlowText, string>> =>
  language === 'en' ? english : french;
