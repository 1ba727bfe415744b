import axe from 'axe-core';
import type { CompanionPage } from '../browser/companion-page.ts';

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What depends on colours alone; all else is the same in another theme of the same page. */
const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/** Everything that axe has against a page as it is now, in lines; its rules for WCAG 2.2 AA and good practice, or those about colours alone. */
export async function auditPage(page: CompanionPage, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  // Put in by the driver: the extension's own policy forbids foreign scripts.
  await page.page.evaluate(axe.source);
  const findings = (await page.page.evaluate(
    async (only) => {
      const page = globalThis as unknown as { axe: { run(options: unknown): Promise<{ violations: unknown }> } };
      const options = { resultTypes: ['violations'], ...(only === null ? {} : { runOnly: only }) };
      return (await page.axe.run(options)).violations;
    },
    rules === 'all' ? null : [...colourRules],
  )) as readonly Finding[];
  return findings.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}
