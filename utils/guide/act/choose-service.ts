import type { PermissionService } from '../../core/permissions/permission.ts';
import { arrowBeside } from '../locate/arrow-beside.ts';
import type { PageReading } from '../read/page-state.ts';
import { serviceNamed } from '../read/services.ts';
import { type Bench, pause, until } from './bench.ts';
import { choose, press } from './press.ts';

const patienceMs = 10_000;
const bareMs = 2_500;

/** Shows the methods of a service. True once they are there, and not still those of the service before. */
export async function chooseService(bench: Bench, service: PermissionService): Promise<boolean> {
  const reading = bench.look();
  if (!reading.rights.services) return false;
  if (reading.rights.services.current !== service && !(await turnTo(bench, reading, service))) return false;
  return settled(bench, service);
}

async function turnTo(bench: Bench, reading: PageReading, service: PermissionService): Promise<boolean> {
  const control = reading.rights.services?.control;
  if (!control) return false;
  switch (control.kind) {
    case 'select': {
      const index = [...control.element.options].findIndex(
        (option) => serviceNamed(option.textContent ?? '') === service,
      );
      if (index < 0) return false;
      choose(control.element, index);
      return true;
    }
    case 'tabs': {
      const tab = control.tabs.get(service);
      if (tab === undefined) return false;
      // Beside another one that is unfolded, nobody could say whose methods are whose.
      for (const other of control.unfolded) if (other !== tab) press(other);
      return control.unfolded.includes(tab) || press(tab);
    }
    case 'menu': {
      const choice = reading.rights.services?.choices.get(service) ?? (await openMenu(bench, control.element, service));
      return choice !== null && press(choice);
    }
  }
}

/** Opens the list of services by the arrow beside its field, where there is one, else by the field; gives the choice in it. */
async function openMenu(bench: Bench, field: Element, service: PermissionService): Promise<Element | null> {
  for (const opener of [arrowBeside(field), field]) {
    if (opener === null || !press(opener)) continue;
    const choice = await until(bench, ({ rights }) => rights.services?.choices.get(service) ?? null, 1_500);
    if (choice !== null) return choice;
  }
  return null;
}

/** Two looks in a row must show the same methods, of this service, and whether they are on where the page says so at all. */
async function settled(bench: Bench, service: PermissionService): Promise<boolean> {
  const from = performance.now();
  const seen = ({ rights }: PageReading): string | null => {
    const own = rights.rows.filter((row) => row.service === service);
    // What switches them may come a little after their names.
    const bare = own.every(({ state }) => state === 'unknown') && performance.now() - from < bareMs;
    return rights.services?.current === service && own.length > 0 && !bare
      ? own.map(({ method, state }) => `${method} ${state}`).join()
      : null;
  };
  while (performance.now() - from < patienceMs) {
    const before = await until(bench, seen, patienceMs);
    if (before === null) return false;
    await pause(200);
    if (seen(bench.look()) === before) return true;
  }
  return false;
}
