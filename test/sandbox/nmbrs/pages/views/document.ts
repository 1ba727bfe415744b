import { type Html, html } from '../html.ts';
import { documentLanguage } from '../labels/texts.ts';
import type { PageSwitches } from '../switches.ts';

export const environmentName = 'Acme Holding';

export interface DocumentParts {
  readonly switches: PageSwitches;
  readonly bodyClass: string;
  readonly body: Html;
  /** What the pages' own script needs to know; without it the page has none. */
  readonly client?: unknown;
}

/** A whole document; its title is what the owner calls the environment (nmbrs-ui.md §1.3). */
export const writeDocument = ({ switches, bodyClass, body, client }: DocumentParts): string =>
  html`<!DOCTYPE html>
<html lang="${documentLanguage(switches.language)}">
<head>
<meta charset="utf-8">
<title>${environmentName}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${client !== undefined && html`<meta name="nmbrs-client" content="${JSON.stringify(client)}">`}
<link rel="icon" href="/images/icons/logo.svg">
<link rel="stylesheet" href="/assets/nmbrs.css">
<link rel="stylesheet" href="/assets/grids.css">
${client !== undefined && html`<script type="module" src="/assets/client/app.ts"></script>`}
</head>
<body class="${bodyClass}">
${body}
</body>
</html>
`.markup;
