import { useState } from 'preact/hooks';
import type { ConnectionView } from '../messaging/schemas/connection.ts';
import { useAction } from './use-action.ts';
import { useHost } from './use-host.ts';

interface SaveAndTest<Check> {
  /** The address that is saved now; null = none. */
  readonly savedUrl: string | null;
  readonly save: () => Promise<ConnectionView>;
  readonly onSaved: (connection: ConnectionView) => void;
  readonly check: () => Promise<Check>;
}

/** What both connection cards do: save, and test what is saved; a test of unsaved changes saves them first. */
export function useSaveAndTest<Check>({ savedUrl, save, onSaved, check }: SaveAndTest<Check>) {
  const [dirty, setDirty] = useState(false);
  const host = useHost(savedUrl);
  const saving = useAction(async () => {
    onSaved(await save());
    setDirty(false);
    return true;
  });
  const testing = useAction(async () => check());
  /** Something in the form is not what is saved, and an earlier result says nothing any more. */
  const touch = () => {
    setDirty(true);
    saving.reset();
    testing.reset();
  };
  return {
    host,
    saving,
    testing,
    busy: saving.busy || testing.busy,
    error: saving.error ?? testing.error,
    justSaved: saving.result === true && !dirty && !testing.busy && testing.result === null,
    /** What a field calls with its new value. */
    edit:
      <Value>(set: (value: Value) => void) =>
      (value: Value) => {
        set(value);
        touch();
      },
    async save() {
      testing.reset();
      await saving.run();
    },
    async test() {
      // Asked for first, while the browser still knows of the click.
      const asked = dirty ? Promise.resolve() : host.ask();
      if (dirty && (await saving.run()) === null) return;
      await asked;
      await testing.run();
    },
  };
}
