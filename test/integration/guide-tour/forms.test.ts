import { describe, expect, it } from 'vitest';
import { useGuideVisits, wrongDeeds } from '../../support/guide-in-page/visit.ts';

const visits = useGuideVisits();
const own = 'Administrator Gebruiker (Client)';

const toRights = [
  'shell openUserMenu',
  'userMenuOpen openProfile',
  'profile chooseRoute',
  'profile openSettings',
  'settings openGroup',
  'settings openTemplates',
  'templateList openCog',
  'apiRights readServices',
  'apiRights switchOn',
];
const toToken = [
  'apiRights rightsDone',
  'templateList openUserMenu',
  'templateList openProfile',
  'profile openTokenTab',
  'tokenInactive activate',
  'tokenHidden tokenHidden',
  'tokenVisible handOver',
];
/** In one language each form is walked to the end; in the others as far as nothing is switched yet. */
const wholeIn: Readonly<Record<string, string>> = { A: 'en', B: 'nl', C: 'sv', D: 'nl-en', E: 'nl', F: 'en' };
const languages = ['en', 'nl', 'nl-en', 'sv'] as const;
const dressed = {
  en: { wording: 'usual', spaces: 'plain' },
  nl: { wording: 'other', spaces: 'nbsp' },
  'nl-en': { wording: 'other', spaces: 'soft-hyphens' },
  sv: { wording: 'usual', spaces: 'nbsp' },
} as const;

describe.concurrent.each(['A', 'B', 'C', 'D', 'E', 'F'])('form %s', (variant) => {
  it.each(languages)('in %s: every state by its name, nothing pressed but what leads on', async (language) => {
    await visits.visit({ variant, language, ...dressed[language], token: 'inactive' }, async (visit) => {
      const missing = await visit.missing();
      const whole = wholeIn[variant] === language;
      const steps = [...(await visit.walkTo(whole ? 'rightsDone' : 'switchOn'))];
      if (whole) {
        // In F the cross has no name that the guide could point at: the card says it in words.
        if (steps.at(-1)?.words === null) await visit.page.evaluate('ClosePopup()');
        else await visit.ask('act');
        steps.push(...(await visit.walkTo('handOver')));
      }
      expect(steps.map(({ state, say }) => `${state} ${say}`)).toEqual(whole ? [...toRights, ...toToken] : toRights);
      expect([...(steps[toRights.length - 1]?.permissions ?? [])].map((right) => `${right} on`).sort()).toEqual(
        missing,
      );
      expect(await visit.switches()).toEqual(whole ? missing : []);
      expect(wrongDeeds(await visit.events(), own)).toEqual([]);
    });
  });

  it('in a language nobody wrote down: words and a way on, at every step', async () => {
    await visits.visit({ variant, language: 'de', token: 'inactive' }, async (visit) => {
      const missing = await visit.missing();
      expect((await visit.ask('now')).actions).toContain('goOn');
      await visit.ask('goOn');
      await visit.ask('tell', { route: 'mine' });
      const lost = await visit.ask('now');
      expect(lost.actions.length + (lost.words === null ? 0 : 1), lost.say).toBeGreaterThan(0);
      // The admin finds the list by himself.
      await visit.page.evaluate(`LoadDashlet('settings/templateusers')`);
      const list = await visit.comeTo('rowChoose');
      expect(list).toMatchObject({ state: 'templateList', say: 'rowChoose' });
      await visit.ask('pick', list.rows.indexOf(`masterClient: ${own} 0`));
      const steps = await visit.walkTo('rightsDone', 'unclear');
      expect(steps.map(({ say }) => say)).toEqual(['openCog', 'readServices', 'switchOn', 'rightsDone']);
      expect(await visit.switches()).toEqual(missing);
      await visit.page.evaluate(`ClosePopup(), LoadDashlet('profile/apitoken')`);
      const token = await visit.ask('now');
      expect(token.actions, token.say).toContain('lookAgain');
      expect(wrongDeeds(await visit.events(), own)).toEqual([]);
    });
  });
});
