import type { Translate } from '../../utils/i18n/translator.ts';
import type { PageName, RouteOf } from '../../utils/ui/route.ts';
import type { RunStatus } from '../../utils/ui/use-run.ts';

/** What every page of the dashboard is given. */
export interface PageProps<N extends PageName> {
  readonly t: Translate;
  readonly route: RouteOf<N>;
  readonly run: RunStatus;
}
