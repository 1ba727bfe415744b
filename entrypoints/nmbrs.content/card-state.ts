import type { ServiceRights } from '../../utils/core/tour/tour.ts';
import type { TemplateRow } from '../../utils/guide/read/templates.ts';
import type { CardAction, Guidance } from '../../utils/guide/tour/guidance.ts';
import type { TourView } from '../../utils/messaging/schemas/guide.ts';

/** Work the guide does on the page at the admin's word. */
export interface Work {
  readonly kind: 'reading' | 'switching' | 'asking' | 'checking';
  readonly done: number;
  readonly total: number;
}

/** Everything the card shows. */
export interface CardState {
  readonly view: TourView;
  readonly step: Guidance;
  readonly work: Work | null;
  /** Asked before anything is switched. */
  readonly confirm: 'switchOn' | 'undo' | null;
  /** What came of the last work, in sentences. */
  readonly report: readonly string[];
  /** Needed, missing and surplus, while the rights are to be seen. */
  readonly rights: ServiceRights | null;
}

export interface CardDeeds {
  act(action: CardAction, event: MouseEvent): void;
  pick(row: TemplateRow, event: MouseEvent): void;
  confirm(yes: boolean, event: MouseEvent): void;
  stop(): void;
  leave(): void;
}
