import { copyCheckout } from '../../package/checkout-copy.ts';
import { zipAll } from '../../package/packages.ts';

export interface ZipFigures {
  readonly chromeZipBytes: number;
  readonly firefoxZipBytes: number;
  readonly sourcesZipBytes: number;
}

/** The packages for the stores as they are uploaded, made of a copy so that no build here is touched. */
export async function measureZips(): Promise<ZipFigures> {
  const folder = copyCheckout();
  try {
    const { chromium, firefox, sources } = await zipAll(folder);
    return { chromeZipBytes: chromium.length, firefoxZipBytes: firefox.length, sourcesZipBytes: sources.length };
  } finally {
    folder.remove();
  }
}
