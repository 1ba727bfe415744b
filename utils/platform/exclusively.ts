/**
 * Runs the work while no other context of this extension runs work of that name. The browser gives the lock back the
 * moment its holder dies, however it dies, so a new worker need not wait for anything to run out.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work);
}
