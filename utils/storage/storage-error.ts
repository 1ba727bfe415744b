import { CompanionError, type ErrorCode } from '../core/errors.ts';

const codesByName: Readonly<Record<string, ErrorCode>> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'journal-newer',
  // Firefox's private windows and "never remember history" refuse to open at all (models.md c.6, bugzilla 1982707).
  InvalidStateError: 'storage-refused',
  SecurityError: 'storage-refused',
  NotAllowedError: 'storage-refused',
  UnknownError: 'storage-refused',
};

/** What IndexedDB threw, in the companion's own words. */
export function toStorageError(caught: unknown): CompanionError {
  if (caught instanceof CompanionError) return caught;
  const name = caught instanceof Error || caught instanceof DOMException ? caught.name : typeof caught;
  return new CompanionError(codesByName[name] ?? 'internal', { name }, { cause: caught });
}

/** Whether the connection was closed under the caller's hands, so that opening it again may help. */
export function isClosedConnection(caught: unknown): boolean {
  return caught instanceof DOMException && caught.name === 'InvalidStateError';
}
