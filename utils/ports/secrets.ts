/** The one home of a secret (design.md rule 6). */
export type SecretName = 'nmbrs-token' | 'scim-token';

export interface Secrets {
  read(name: SecretName): Promise<string | null>;
  /** `remember` = also keep it, encrypted, beyond the browser session. */
  save(name: SecretName, value: string, options: { remember: boolean }): Promise<void>;
  /** Gone, at once, from everywhere. */
  forget(name: SecretName): Promise<void>;
}
