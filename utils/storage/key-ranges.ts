// An array sorts after every number and string (IndexedDB 2.0 §2.4), so `[]` closes a range of compound keys.

/** Every row of a run in a store or index whose key begins with the run's id. */
export function runRange(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId], [runId, []]);
}

/** A page of a run and all later ones. */
export function pageRange(runId: string, page: number): IDBKeyRange {
  return IDBKeyRange.bound([runId, page], [runId, []]);
}

/** Rows of a run under one more word: the open operations of a kind, the log rows of an outcome. */
export function wordRange(runId: string, word: string, afterSeq = -1): IDBKeyRange {
  return IDBKeyRange.bound([runId, word, afterSeq], [runId, word, []], true);
}
