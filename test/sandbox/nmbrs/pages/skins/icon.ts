import { type Html, html } from '../html.ts';

/** An icon of the icon font: the name itself is the text (nmbrs-ui.md §1.3). */
export const icon = (name: string): Html => html`<i class="material-icons">${name}</i>`;
