export type PageLanguage = 'en' | 'nl' | 'sv' | 'de';

type Words = Partial<Readonly<Record<PageLanguage, readonly string[]>>>;

export interface LabelWords {
  /** Printed by Nmbrs or by a guide that was written in front of the page. */
  readonly attested: Words;
  /** Our own guess: counts for less. */
  readonly inferred?: Words;
}

/**
 * What the elements on the way are called (nmbrs-ui.md §2; the comment names its row). All languages are used at once,
 * because Dutch tenants mix them. The first word of a language is the one that a sentence quotes.
 */
export const dictionary = {
  // L1, L2
  loginButton: {
    attested: { en: ['Login', 'Next'], nl: ['Inloggen', 'Volgende'] },
    inferred: { en: ['Log in', 'Sign in'], sv: ['Logga in'], de: ['Anmelden'] },
  },
  loginWords: {
    attested: { en: ['Email address', 'Password'], nl: ['Emailadres', 'Wachtwoord', 'Wachtwoord vergeten?'] },
    inferred: { sv: ['Lösenord'], de: ['Passwort'] },
  },
  profilePicker: {
    attested: { en: ['Live User'] },
    inferred: {
      en: ['Choose a profile', 'Choose your profile', 'Select a profile', 'Select profile'],
      nl: ['Kies een profiel', 'Kies je profiel', 'Selecteer een profiel'],
      sv: ['Välj profil'],
      de: ['Profil wählen'],
    },
  },
  // §5.2 employeeOnly
  employeeWords: {
    attested: { nl: ['Tijdregistratie'] },
    inferred: {
      en: ['Time registration', 'Payslips', 'My payslips', 'My leave'],
      nl: ['Loonstroken', 'Mijn loonstroken', 'Mijn verlof', 'Salarisstroken'],
      sv: ['Lönespecifikationer', 'Tidrapportering'],
      de: ['Zeiterfassung', 'Gehaltsabrechnungen'],
    },
  },
  // P2
  userProfile: {
    attested: { en: ['User profile'], nl: ['Gebruiker profiel', 'Gebruikersprofiel'], sv: ['Användarprofil'] },
    inferred: { de: ['Benutzerprofil'] },
  },
  // P3
  logOut: {
    attested: { en: ['Log out'], nl: ['Uitloggen'] },
    inferred: { en: ['Logout', 'Sign out'], sv: ['Logga ut'], de: ['Abmelden'] },
  },
  myAccount: {
    attested: { en: ['My account'], nl: ['Mijn account'] },
    inferred: { sv: ['Mitt konto'], de: ['Mein Konto'] },
  },
  userMenu: {
    attested: {},
    inferred: {
      en: ['User menu', 'Profile menu', 'Account menu', 'Account'],
      nl: ['Gebruikersmenu', 'Profielmenu'],
      sv: ['Användarmeny'],
      de: ['Benutzermenü'],
    },
  },
  // P4
  profileSection: {
    attested: { en: ['Profile'], nl: ['Profiel', 'Profiel aanpassen'] },
    inferred: { sv: ['Profil'], de: ['Profil'] },
  },
  // P5
  userType: {
    attested: { en: ['User type'], nl: ['Type gebruiker'] },
    inferred: {
      nl: ['Gebruikerstype', 'Soort gebruiker', 'Gebruikers type'],
      sv: ['Användartyp'],
      de: ['Benutzertyp'],
    },
  },
  // S1
  settings: {
    attested: { en: ['Settings'], nl: ['Instellingen'], sv: ['Inställningar'] },
    inferred: { de: ['Einstellungen'] },
  },
  // S3
  usersGroup: {
    attested: {
      en: ['User accounts', 'Users', 'User Settings'],
      nl: ['Gebruikersaccounts', 'Gebruikeraccounts', 'Gebruikersinstellingen'],
      sv: ['Användarinställningar'],
    },
    inferred: { de: ['Benutzerkonten'] },
  },
  // S4
  templateUsers: {
    attested: {
      en: ['Template users', 'User templates', 'Users template'],
      nl: ['Gebruikerstemplates', 'Template users', 'User templates'],
      sv: ['Användarmall'],
    },
    inferred: {
      en: ['Template user', 'User template'],
      nl: ['Template gebruikers', 'Gebruikerssjablonen', 'Sjabloon gebruikers'],
      sv: ['Användarmallar'],
      de: ['Benutzervorlagen'],
    },
  },
  // T1
  newTemplate: {
    attested: { nl: ['Nieuwe Template Gebruiker', 'Nieuwe template gebruikers'] },
    inferred: { en: ['New template user'], sv: ['Ny användarmall'], de: ['Neue Benutzervorlage'] },
  },
  // T2
  masterClient: {
    attested: { en: ['Master Client'], nl: ['Master Client'] },
    inferred: { en: ['Master Client (klant login)', 'Master Client login'] },
  },
  masterCompany: {
    attested: { nl: ['Master Bedrijfslogin'] },
    inferred: { en: ['Master Company login'], nl: ['Master Bedrijf'] },
  },
  masterAccountant: { attested: { en: ['Master Accountant'], nl: ['Master Accountant'] } },
  masterManager: { attested: { nl: ['Master Manager'] }, inferred: { nl: ['Master Manager (managerlogin)'] } },
  masterEmployee: {
    attested: { nl: ['Master Medewerker'] },
    inferred: { en: ['Master Employee'], nl: ['Master Medewerker (medewerkerlogin)'] },
  },
  // T3
  dashboardColumn: { attested: { en: ['Dashboard'], nl: ['Dashboard'], sv: ['Översikt'] } },
  apiColumn: { attested: { en: ['API'], nl: ['API'], sv: ['API'] } },
  // T4
  editApi: {
    attested: { nl: ['API bewerken'] },
    inferred: { en: ['Edit API'], sv: ['Redigera API'], de: ['API bearbeiten'] },
  },
  // T5: dangerous
  applyTemplate: {
    attested: {
      en: ['Apply template for users'],
      nl: ['Template toepassen'],
      sv: ['Applicera mall på användarkontona'],
    },
  },
  // A1, A2
  webservices: {
    attested: { en: ['Webservices'], nl: ['Webservices', 'Filter op'] },
    inferred: { en: ['Webservice', 'Web services'], nl: ['Webservice'], sv: ['Webbtjänster'] },
  },
  employeeServices: {
    attested: { en: ['Employee Services'] },
    inferred: { en: ['Employee Service', 'EmployeeService', 'API category employee'], nl: ['Medewerker services'] },
  },
  companyServices: {
    attested: { en: ['Company Services'] },
    inferred: { en: ['Company Service', 'CompanyService', 'API category company'], nl: ['Bedrijf services'] },
  },
  debtorServices: {
    attested: { en: ['Debtor Services'] },
    inferred: { en: ['Debtor Service', 'DebtorService', 'API category debtor'], nl: ['Debiteur services'] },
  },
  // A5
  save: {
    attested: { nl: ['Opslaan'] },
    inferred: { en: ['Save', 'Apply', 'Save changes'], nl: ['Toepassen', 'Bewaren'], sv: ['Spara'], de: ['Speichern'] },
  },
  // What closes the rights; no source names it.
  close: { attested: {}, inferred: { en: ['Close'], nl: ['Sluiten'], sv: ['Stäng'], de: ['Schließen'] } },
  // K1
  tokenTab: { attested: { en: ['API token'], nl: ['API token'], sv: ['API token'] }, inferred: { en: ['API tokens'] } },
  // K2
  activateApi: {
    attested: {
      en: ['Activate API Account', 'Activate the API account'],
      nl: ['API account activeren'],
      sv: ['Aktivera API'],
    },
    inferred: { en: ['Activate API'], nl: ['Activeer API account'], de: ['API Konto aktivieren'] },
  },
  // K3
  tokenRow: {
    attested: { en: ['Token', 'API token'], nl: ['API sleutel', 'Token'], sv: ['Token'] },
    inferred: { en: ['API key'] },
  },
  emailRow: {
    attested: { en: ['Email', 'Username (Email)'], nl: ['Gebruikersnaam'] },
    inferred: {
      en: ['E-mail', 'Username', 'Email address', 'E-mail address'],
      nl: ['E-mailadres', 'Emailadres'],
      sv: ['E-post', 'E-postadress'],
      de: ['E-Mail', 'E-Mail-Adresse'],
    },
  },
  // K4: dangerous
  resetToken: {
    attested: { en: ['Reset token'], sv: ['Reset token'] },
    inferred: { nl: ['Token resetten'], sv: ['Återställ token'], de: ['Token zurücksetzen'] },
  },
} as const satisfies Record<string, LabelWords>;

export type LabelId = keyof typeof dictionary;
