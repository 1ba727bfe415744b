/** Runs the work unless this script is in the page already: it is put there at load, and again when a host is granted. */
export function once(script: 'nmbrs' | 'javelo' | 'flow', work: () => void): void {
  const scope = globalThis as Record<string, unknown>;
  const mark = `companion:${script}`;
  if (scope[mark] === true) return;
  scope[mark] = true;
  work();
}
