/** How the pages of Javelo and of the connection flow behave; `POST /control/profile` with `{"javeloPages": {…}}`. */
export interface PageSwitches {
  readonly language: 'en' | 'fr';
  readonly labels: 'usual' | 'other';
  /** Integrations as cards, or as the rows of a table. */
  readonly layout: 'cards' | 'table';
  /** Where the bearer token is shown. */
  readonly tokenIn: 'input' | 'code';
  /** How long every page takes to appear. */
  readonly renderMs: number;
  /** Draws everything anew this often, with new elements; 0 is never. */
  readonly rerenderMs: number;
  /** Whether the one who is logged in may see Integrations. */
  readonly companyManager: boolean;
  /** How the flow lists the permissions. */
  readonly listing: 'grouped' | 'table' | 'text';
  /** Where the link of the flow leads: to Kombo, or to a host that only looks like it. */
  readonly flowAt: 'kombo' | 'stranger';
}

export const usualSwitches: PageSwitches = {
  language: 'en',
  labels: 'usual',
  layout: 'cards',
  tokenIn: 'input',
  renderMs: 0,
  rerenderMs: 0,
  companyManager: true,
  listing: 'grouped',
  flowAt: 'kombo',
};

const choices: Readonly<Record<string, readonly unknown[]>> = {
  language: ['en', 'fr'],
  labels: ['usual', 'other'],
  layout: ['cards', 'table'],
  tokenIn: ['input', 'code'],
  companyManager: [true, false],
  listing: ['grouped', 'table', 'text'],
  flowAt: ['kombo', 'stranger'],
};

/** The switches after a change. Throws for an unknown name or value, and then nothing has changed. */
export const changePageSwitches = (now: PageSwitches, change: unknown): PageSwitches => {
  if (typeof change !== 'object' || change === null) throw new Error('javeloPages is an object of switches');
  for (const [name, value] of Object.entries(change)) {
    if (!(name in usualSwitches)) throw new Error(`javeloPages: no such switch: ${name}`);
    const fits = choices[name]?.includes(value) ?? (typeof value === 'number' && value >= 0);
    if (!fits) throw new Error(`javeloPages: ${name} is one of ${choices[name]?.join(', ') ?? 'the numbers from 0'}`);
  }
  return { ...now, ...change };
};
