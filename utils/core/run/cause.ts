/** Something that needs the admin, told once for as long as it lasts. */
export interface Cause {
  /** The same for the same cause, whatever its details. */
  readonly key: string;
  readonly kind: 'quarantine' | 'paused' | 'approval';
}

/** Causes that have not been told yet. */
export function untold(causes: readonly Cause[], told: readonly string[]): readonly Cause[] {
  return causes.filter(({ key }) => !told.includes(key));
}
