/**
 * One step from the version before. Works inside the upgrade's own transaction: when it throws, that transaction is
 * undone as a whole and the journal stays as it was, so a failed migration never leaves half of itself behind.
 */
export interface Migration {
  readonly version: number;
  migrate(database: IDBDatabase, transaction: IDBTransaction): void;
}
