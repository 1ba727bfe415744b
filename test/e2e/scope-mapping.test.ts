import { describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { eventually } from '../browser/companion-page.ts';
import { connect, syncNow } from '../support/admin.ts';
import { useStage } from './stage.ts';

const peopleIn = (text: string): number => Number(/^(\d+) people/.exec(text)?.[1]);

describe.each(browserKinds)('scope and mapping in %s', (kind) => {
  const stage = useStage(kind, 40);

  it('what the admin sets there is what the next run does', async () => {
    const { companion, control } = stage;
    await (await connect(companion, stage.credentials)).close();
    const popup = await companion.openPopup();
    await syncNow(popup);

    const scope = await companion.openOptions('scope');
    const everybody = peopleIn(await scope.waitText('scope-count', /nobody is left out/));
    // The smallest company: what is changed for more than a third of all accounts would wait for an approval.
    await scope.page.locator('[data-testid="scope-companies"] li:last-child input').click();
    const counted = await scope.waitText('scope-count', /[1-9]\d* (is|are) left out/);
    const taken = peopleIn(counted);
    expect(taken).toBeLessThan(everybody);
    await scope.click('save');
    await scope.waitText('saved', /Saved/);
    await scope.close();

    const mapping = await companion.openOptions('mapping');
    const job = await mapping.waitText('mapping-title-example', /\S/);
    await mapping.choose('mapping-title-as', 'upper-case');
    await mapping.waitText('mapping-title-example', new RegExp(`^${job.toUpperCase()}$`));
    await mapping.choose('mapping-phoneNumber-write', 'never');
    await mapping.click('save');
    await mapping.waitText('saved', /Saved/);
    await mapping.close();

    const { run } = await syncNow(popup);
    expect(run.counts.updated).toBeGreaterThan(0);
    // Nobody outside is touched: they are left out, and their accounts stay as they are.
    expect(run.counts.disabled).toBe(0);
    const capitals = await eventually('the jobs in capitals', async () => {
      const { users } = (await control.state()).javelo;
      const titles = users.map(({ title }) => String(title ?? '')).filter((title) => title !== '');
      const upper = titles.filter((title) => title === title.toUpperCase());
      return upper.length > 0 ? { upper: upper.length, titles: titles.length } : null;
    });
    expect(capitals.upper).toBeLessThanOrEqual(taken);
    expect(capitals.upper).toBeLessThan(capitals.titles);
    await popup.close();
  });
});
