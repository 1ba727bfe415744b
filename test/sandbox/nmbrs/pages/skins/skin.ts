import type { Html } from '../html.ts';
import type { Texts } from '../labels/texts.ts';

/**
 * Something that a press does, as the pages' own script understands it:
 * `page settings`, `popup 103 7`, `do activate-api`, `close`, `menu`, `group`.
 */
export type Command = string;

export interface Field {
  readonly label: string;
  readonly value: string;
  /** Tokens stand in blue. */
  readonly accent?: boolean;
}

export interface Tab {
  readonly label: string;
  readonly command: Command;
  readonly active: boolean;
}

export interface IconCell {
  readonly icon: string;
  readonly title: string;
  readonly command: Command;
}

export type Cell = string | IconCell;

export interface Table {
  readonly columns: readonly string[];
  readonly groups: readonly { readonly title: string | null; readonly rows: readonly (readonly Cell[])[] }[];
}

export interface TreeGroup {
  readonly label: string;
  readonly items: readonly { readonly label: string; readonly command: Command; readonly active: boolean }[];
}

/** The rights editor of a template before its list is there. */
export interface RightsEditor {
  readonly templateId: number;
  readonly templateName: string;
  readonly texts: Texts;
  readonly saveButton: boolean;
}

/** One way in which the pages are built; what they say and do is the same in all of them (nmbrs-ui.md §5.5). */
export interface Skin {
  /** The attributes that make an element do something. */
  readonly act: (command: Command) => Html;
  readonly button: (label: string, command: Command, plain?: boolean) => Html;
  readonly card: (title: string, body: Html) => Html;
  readonly tabs: (tabs: readonly Tab[]) => Html;
  readonly fields: (fields: readonly Field[]) => Html;
  readonly table: (table: Table) => Html;
  readonly tree: (groups: readonly TreeGroup[], open: boolean) => Html;
  readonly rights: (editor: RightsEditor) => Html;
  readonly popup: (title: string, body: Html, close: string) => Html;
}
