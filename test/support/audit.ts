import axe from 'axe-core';
import type { CompanionPage } from '../browser/companion-page.ts';

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Everything that axe has against a page as it is now, in lines; its rules for WCAG 2.2 AA and good practice. */
export async function auditPage(page: CompanionPage): Promise<readonly string[]> {
  // Put in by the driver: the extension's own policy forbids foreign scripts.
  await page.page.evaluate(axe.source);
  const findings = (await page.page.evaluate(async () => {
    const page = globalThis as unknown as { axe: { run(): Promise<{ violations: unknown }> } };
    return (await page.axe.run()).violations;
  })) as readonly Finding[];
  return findings.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}
