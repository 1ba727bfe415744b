import { isVisible } from '../page/visible.ts';
import { fieldName, findPressable, findText } from './find.ts';
import { type ListedMethod, readMethods } from './flow-permissions.ts';
import { says } from './labels.ts';

export const flowFields = ['subdomain', 'email', 'token'] as const;
export type FlowField = (typeof flowFields)[number];

/** Which page of the connection flow is shown (javelo-scim.md §3, "Flow order"). Holds elements: lives for one look only. */
export interface FlowReading {
  readonly page: 'intro' | 'subdomain' | 'permissions' | 'credentials' | 'done' | 'unknown';
  readonly confidence: number;
  readonly fields: Readonly<Partial<Record<FlowField, HTMLInputElement>>>;
  /** What leads on: Continue, or on the last page "Set up integration", which stays the admin's own. */
  readonly onward: Element | null;
  readonly permissions: readonly ListedMethod[];
  /** What the flow refuses, and where it says so; `field` null = it names none. */
  readonly refusal: { readonly field: FlowField | null; readonly text: string } | null;
}

/** Reads the page of the connection flow that is shown in this frame. */
export function readFlowPage(page: Document): FlowReading {
  const inputs = [...page.querySelectorAll('input')].filter(
    (input) => /^(text|email|password|url|search)$/.test(input.type) && isVisible(input),
  );
  const fields: Partial<Record<FlowField, HTMLInputElement>> = {};
  for (const field of flowFields) {
    const input = inputs.find((each) => says(field, fieldName(each)) && !Object.values(fields).includes(each));
    if (input) fields[field] = input;
  }
  const permissions = readMethods(page);
  const next = findPressable(page, 'continue')[0] ?? null;
  const setUp = findPressable(page, 'setUp')[0] ?? null;
  const done = findText(page, (text) => says('done', text)).length > 0;
  const { kind, confidence } = judge({ fields, inputs: inputs.length, methods: permissions.length, next, setUp, done });
  return {
    page: kind,
    confidence,
    fields,
    onward: kind === 'credentials' ? setUp : next,
    permissions: kind === 'permissions' ? permissions : [],
    refusal: readRefusal(page, fields),
  };
}

interface Evidence {
  readonly fields: FlowReading['fields'];
  readonly inputs: number;
  readonly methods: number;
  readonly next: Element | null;
  readonly setUp: Element | null;
  readonly done: boolean;
}

/** Sums what speaks for each page; below 0.65 it is unknown, and the admin is told what to do instead of being led. */
function judge({ fields, inputs, methods, next, setUp, done }: Evidence) {
  const scores: readonly (readonly [Exclude<FlowReading['page'], 'unknown'>, number])[] = [
    ['done', done && inputs === 0 ? 0.8 : 0],
    ['credentials', (fields.email ? 0.3 : 0) + (fields.token ? 0.4 : 0) + (setUp ? 0.3 : 0)],
    ['subdomain', fields.subdomain && !fields.token ? 0.5 + (inputs === 1 ? 0.25 : 0) + (next ? 0.25 : 0) : 0],
    ['permissions', inputs === 0 && methods >= 3 ? 0.6 + (next ? 0.3 : 0) : 0],
    ['intro', inputs === 0 && methods === 0 && next ? 0.7 : 0],
  ];
  const [kind, confidence] = scores.reduce((best, each) => (each[1] > best[1] ? each : best));
  return confidence >= 0.65 ? { kind, confidence } : { kind: 'unknown' as const, confidence };
}

/** What is marked as wrong: the field itself, or an alert of the page (WAI-ARIA `aria-invalid`, `role=alert`). */
function readRefusal(page: Document, fields: FlowReading['fields']): FlowReading['refusal'] {
  for (const field of flowFields) {
    const input = fields[field];
    if (input?.getAttribute('aria-invalid') === 'true') {
      const told = page.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
      return { field, text: clip(told) };
    }
  }
  const alert = [...page.querySelectorAll('[role="alert"]')].find(
    (each) => isVisible(each) && (each.textContent ?? '').trim() !== '',
  );
  return alert ? { field: null, text: clip(alert.textContent ?? '') } : null;
}

function clip(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
