// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { checklistOf } from '../../../utils/core/tour/checklist.ts';
import { newTour, type Tour } from '../../../utils/core/tour/tour.ts';
import { lookAtPage } from '../../../utils/guide/page/page-index.ts';
import { readPage } from '../../../utils/guide/read/page-state.ts';
import { createWalk } from '../../../utils/guide/tour/walk.ts';
import { pageOf } from './look.ts';
import { templates } from './pages.ts';

const wanted = [{ service: 'CompanyService', method: 'List_GetAll', need: 'required' }] as const;
const known = (part: Partial<Tour> = {}) => {
  const tour: Tour = {
    ...newTour('acme'),
    route: 'mine',
    userType: 'Administrator',
    administrator: 'administrator',
    ...part,
  };
  return { tour, wanted, checklist: checklistOf(tour, wanted) };
};
const rights = `<div class="popup"><h2>API</h2><select><option>Company Services</option><option>Debtor Services</option></select>
  <table>${['List_GetAll', 'List_GetByDebtor', 'Run_GetList', 'CostUnit_GetList', 'SVW_GetCurrent']
    .map((method) => `<tr><td>${method}</td><td><input type="checkbox"></td></tr>`)
    .join('')}</table></div>`;

/** A page with the list of templates, over which the rights can be laid. */
function pageWithList() {
  const page = pageOf(templates(['Administrator', 'HR Manager']));
  const walk = createWalk(new Map(), () => 0);
  const look = () => readPage(lookAtPage(page), '/');
  return {
    walk,
    look,
    open: () => page.body.insertAdjacentHTML('beforeend', rights),
    close: () => page.querySelector('.popup')?.remove(),
    cog: (id: string) => page.querySelector(`[data-cog="${id}"]`) as Element,
  };
}

describe('which rights are open', () => {
  it('is known by the cog that was pressed', () => {
    const { walk, look, open, cog } = pageWithList();
    expect(walk.pressed(cog('10'), look(), known().tour)).toMatchObject({ template: { name: 'Administrator' } });
    open();
    const { tour, ...rest } = known({ template: { name: 'Administrator', section: 'masterClient', ordinal: 0 } });
    expect(walk.show(look(), { tour, ...rest }).step.say).toBe('readServices');
  });

  it('is not known any more once they were closed', () => {
    const { walk, look, open, close, cog } = pageWithList();
    const tour = known({ template: { name: 'Administrator', section: 'masterClient', ordinal: 0 } });
    walk.pressed(cog('10'), look(), tour.tour);
    open();
    walk.show(look(), tour);
    close();
    walk.show(look(), tour);
    // By the keyboard, or by the page itself: no press was seen.
    open();
    expect(walk.show(look(), tour).step).toMatchObject({
      say: 'whoseRights',
      actions: ['thisTemplate', 'otherTemplate'],
    });
  });

  it('are another’s when another cog was pressed', () => {
    const { walk, look, open, cog } = pageWithList();
    const tour = known({ template: { name: 'Administrator', section: 'masterClient', ordinal: 0 } });
    walk.pressed(cog('11'), look(), tour.tour);
    open();
    expect(walk.show(look(), tour).step.say).toBe('wrongTemplate');
  });
});

describe('going on', () => {
  it('without a user type, and without permissions that cannot be had', () => {
    const { walk, look } = pageWithList();
    const at = (item: 'userType' | 'rights', say: 'lost' | 'switchOn' | 'notAdministrator') =>
      walk.goOn({ ...walk.show(look(), known()).step, item, say });
    expect(at('userType', 'lost')).toEqual({ userType: '?', administrator: 'unknown' });
    expect(at('rights', 'switchOn')).toEqual({ affirmed: true });
    expect(at('rights', 'notAdministrator')).toBeNull();
  });

  it('leads to the token although not all are on, and the count stays what it is', () => {
    const services = { CompanyService: { on: [], missing: ['List_GetAll'], unclear: [], surplus: [] } };
    const { checklist } = known({ services, affirmed: true });
    expect(checklist.find(({ id }) => id === 'rights')).toMatchObject({ state: 'done', done: 0, total: 1 });
    expect(checklist.find(({ id }) => id === 'token')?.state).toBe('now');
  });
});
