import type { Permission } from '../../core/permissions/permission.ts';
import type { ChecklistItem } from '../../core/tour/checklist.ts';
import type { TemplateChoice, Tour } from '../../core/tour/tour.ts';
import type { PageReading } from '../read/page-state.ts';

/** Everything that the next step follows from. */
export interface Situation {
  readonly tour: Tour;
  readonly wanted: readonly Permission[];
  readonly checklist: readonly ChecklistItem[];
  readonly reading: PageReading;
  /** The row whose cog the admin was seen to press, or said to have pressed; null = none was. */
  readonly opened: TemplateChoice | null;
  /** The admin read that the user type is none of an administrator and goes on. */
  readonly goesOn: boolean;
  /** Something was switched already, so that what is still missing may not be had. */
  readonly tried?: boolean;
}
