import { Checklist } from '../../components/guide/checklist.tsx';
import { serviceNames } from '../../components/guide/service-names.ts';
import { sure } from '../../utils/guide/locate/located.ts';
import type { CardAction } from '../../utils/guide/tour/guidance.ts';
import type { GuideKey, GuideTranslate } from '../../utils/i18n/bundles/guide.ts';
import type { CardDeeds, CardState, Work } from './card-state.ts';
import { RightsLists } from './rights-lists.tsx';

interface CardProps {
  readonly t: GuideTranslate;
  readonly state: CardState;
  readonly deeds: CardDeeds;
}

const main: ReadonlySet<CardAction> = new Set([
  'routeOwn',
  'switchOn',
  'readServices',
  'handOver',
  'check',
  'thisTemplate',
  'showRefused',
  'goOn',
]);

/** What stands in the guide's card: the checklist, one sentence, what can be done. It shows no secret. */
export function CardBody({ t, state, deeds }: CardProps) {
  return (
    <>
      {/* A question has the card to itself, so that its answers are in sight. */}
      {state.confirm ? null : (
        <Checklist
          lines={state.view.checklist.map(({ id, state: each, done, total }) => ({
            id,
            state: each,
            label: t(`guide.item.${id}`),
            stateLabel: t(`guide.state.${each}`),
            count: done === null || total === null ? null : t('guide.item.count', { done, total }),
          }))}
        />
      )}
      <div class="words">
        <p class="sentence" data-testid="guide-sentence">
          {sentenceOf(t, state)}
        </p>
        {state.step.target && state.step.target.confidence < sure ? <p class="soft">{t('guide.say.likely')}</p> : null}
        {state.report.map((line) => (
          <p key={line} class="report" data-testid="guide-report">
            {line}
          </p>
        ))}
        {state.view.tour.saved ? (
          <p class="soft" data-testid="guide-saved">
            {t('guide.saved', state.view.tour.saved)}
          </p>
        ) : null}
      </div>
      {state.rights && !state.confirm ? <RightsLists t={t} rights={state.rights} /> : null}
      <Below t={t} state={state} deeds={deeds} />
      <footer>
        <button class="quiet" type="button" data-testid="guide-leave" onClick={() => deeds.leave()}>
          {t('guide.card.leave')}
        </button>
      </footer>
    </>
  );
}

/** The one sentence of the present step. */
export function sentenceOf(t: GuideTranslate, { step }: CardState): string {
  return t(`guide.say.${step.say}` as GuideKey, step.params);
}

/** The work under way in words. */
export function workOf(t: GuideTranslate, work: Work): string {
  return work.kind === 'switching'
    ? t('guide.work.switching', { done: work.done, total: work.total })
    : t(`guide.work.${work.kind}`);
}

/** Work under way, a question, or what can be done. */
function Below({ t, state, deeds }: CardProps) {
  const { work, confirm, step } = state;
  if (work) {
    return (
      <div class="actions" data-testid="guide-work">
        <progress max={work.total} value={work.done} />
        <span>{workOf(t, work)}</span>
        <button type="button" data-testid="guide-stop" onClick={() => deeds.stop()}>
          {t('guide.do.stop')}
        </button>
      </div>
    );
  }
  if (confirm) {
    const permissions = confirm === 'undo' ? state.view.tour.switchedOn : step.permissions;
    const name = state.view.tour.template?.name ?? '';
    return (
      <fieldset class="confirm" data-testid="guide-confirm">
        <p>{t(`guide.confirm.${confirm}`, { count: permissions.length, name })}</p>
        <ul class="methods">
          {permissions.map(({ service, method }) => (
            <li key={`${service}.${method}`}>
              {method} <span class="soft">{serviceNames[service]}</span>
            </li>
          ))}
        </ul>
        <div class="actions">
          <button class="primary" type="button" data-testid="guide-yes" onClick={(event) => deeds.confirm(true, event)}>
            {t(confirm === 'undo' ? 'guide.do.confirmUndo' : 'guide.do.confirm')}
          </button>
          <button type="button" data-testid="guide-no" onClick={(event) => deeds.confirm(false, event)}>
            {t('guide.do.cancel')}
          </button>
        </div>
      </fieldset>
    );
  }
  return (
    <>
      {step.say === 'refused' ? (
        <ul class="methods" data-testid="guide-refused">
          {step.permissions.map(({ service, method }) => (
            <li key={`${service}.${method}`}>
              {method} <span class="soft">{serviceNames[service]}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {step.rows.length > 0 ? (
        <ul class="rows">
          {step.rows.slice(0, 60).map((row) => (
            <li key={`${row.section}|${row.name}|${row.ordinal}`}>
              <button type="button" data-testid="guide-row" onClick={(event) => deeds.pick(row, event)}>
                {t('guide.row.nth', {
                  name: row.name,
                  section: row.section ? sectionNames[row.section] : '?',
                  nth: row.ordinal + 1,
                })}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div class="actions">
        {step.actions
          .filter((action) => action !== 'press' || (step.target?.confidence ?? 0) >= sure)
          .map((action, at) => (
            <button
              key={action}
              class={main.has(action) && at === 0 ? 'primary' : undefined}
              type="button"
              data-testid={`guide-${action}`}
              onClick={(event) => deeds.act(action, event)}
            >
              {action === 'switchOn'
                ? t('guide.do.switchOnCount', { count: step.permissions.length })
                : t(`guide.do.${action}`)}
            </button>
          ))}
      </div>
    </>
  );
}

/** As Nmbrs itself names them in every language. */
const sectionNames = {
  masterClient: 'Master Client',
  masterCompany: 'Master Bedrijfslogin',
  masterAccountant: 'Master Accountant',
  masterManager: 'Master Manager',
  masterEmployee: 'Master Medewerker',
} as const;
