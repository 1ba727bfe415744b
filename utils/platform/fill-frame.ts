import { browser } from './browser.ts';

export interface FrameTarget {
  readonly tabId: number;
  readonly frameId: number;
  /** The origin that was checked; the frame may have gone elsewhere since. */
  readonly origin: string;
  /** The name in the frame's isolated world under which its content script left the fields that it recognised. */
  readonly fieldsKey: string;
}

/**
 * Writes values into the recognised fields of one frame, as typing would, and gives the names of those it filled; null
 * when the frame is no longer what it was. The values travel as arguments of the injected function and lie nowhere.
 */
export async function fillFrame(
  { tabId, frameId, origin, fieldsKey }: FrameTarget,
  values: Readonly<Record<string, string>>,
): Promise<readonly string[] | null> {
  const [injected] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: writeFields,
    args: [origin, fieldsKey, values],
  });
  return (injected?.result as readonly string[] | null | undefined) ?? null;
}

/** Runs in the frame, so it may use nothing from around it. */
function writeFields(origin: string, key: string, values: Record<string, string>): string[] | null {
  // The flow is the page itself or a frame directly in Javelo's page: in a frame of a frame it was put there by somebody else.
  if (location.origin !== origin || window.parent !== window.top) return null;
  const fields = (globalThis as Record<string, unknown>)[key] as Record<string, HTMLInputElement> | undefined;
  if (!fields) return null;
  const filled: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    if (!field?.isConnected || field.disabled || field.readOnly || field.form?.method === 'get') continue;
    field.focus();
    // The prototype's own setter: frameworks put theirs on the element and would not notice a change.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    filled.push(name);
  }
  return filled;
}
