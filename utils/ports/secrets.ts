/** The one home of a secret (design.md rule 6). */
export const secretNames = ['nmbrs-token', 'scim-token'] as const;
export type SecretName = (typeof secretNames)[number];

export interface Secrets {
  /** Throws `secret-locked` for one that lies behind the passphrase. */
  read(name: SecretName): Promise<string | null>;
  /** `remember` = also keep it, encrypted, beyond the browser session. Throws `secret-locked` when that needs the passphrase. */
  save(name: SecretName, value: string, options: { remember: boolean }): Promise<void>;
  /** Gone, at once, from everywhere. */
  forget(name: SecretName): Promise<void>;
}

export interface VaultStatus {
  readonly secrets: readonly {
    readonly name: SecretName;
    /** Whether there is one, open or locked. */
    readonly present: boolean;
    readonly remembered: boolean;
  }[];
  /** Whether a passphrase stands before what is remembered. */
  readonly passphrase: boolean;
  readonly locked: boolean;
}

/** What the admin decides about the secrets: how long they stay, and what stands before them. */
export interface Vault extends Secrets {
  status(): Promise<VaultStatus>;
  /** Keeps a secret beyond the session, or no longer. Throws `secret-missing`, `secret-locked`. */
  remember(name: SecretName, remember: boolean): Promise<void>;
  /** Sets, changes or (null) takes away the passphrase; all that is remembered is encrypted anew. Throws `secret-locked`. */
  setPassphrase(passphrase: string | null): Promise<void>;
  /** Takes what is remembered out of memory until `unlock`. Without a passphrase it does nothing. */
  lock(): Promise<void>;
  /** Throws `passphrase-wrong`. */
  unlock(passphrase: string): Promise<void>;
}
