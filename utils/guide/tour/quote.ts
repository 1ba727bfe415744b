import type { LabelId } from '../labels/dictionary.ts';
import { wordFor } from '../labels/label.ts';
import type { Located } from '../locate/located.ts';
import type { PageIndex } from '../page/page-index.ts';

/** What the page calls something: as it stands there, else as Nmbrs words it in the page's language. */
export function quote(located: Located | null, label: LabelId, index: PageIndex): string {
  return located && located.words !== '' ? located.words : wordFor(label, index.language);
}
