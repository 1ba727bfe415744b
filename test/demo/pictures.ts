import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CompanionPage } from '../browser/companion-page.ts';

/** The numbered pictures of a demo: `01-name.png`, `02-…`. */
export class Pictures {
  readonly taken: string[] = [];
  private readonly folder: string;

  /** Clears what an earlier demo left, and nothing else. */
  constructor(folder: string) {
    this.folder = resolve(folder);
    mkdirSync(this.folder, { recursive: true });
    for (const name of readdirSync(this.folder)) {
      if (/^\d\d-[\w-]+\.png$/.test(name)) rmSync(join(this.folder, name));
    }
  }

  /** Gives the picture's path. */
  async take(page: CompanionPage, name: string, extent?: 'window' | 'page' | 'content'): Promise<string> {
    const number = String(this.taken.length + 1).padStart(2, '0');
    const path = `${join(this.folder, `${number}-${name}`)}.png` as const;
    await page.screenshot(path, extent);
    this.taken.push(path);
    return path;
  }
}
