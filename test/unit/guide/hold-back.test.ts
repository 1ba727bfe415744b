import { describe, expect, it } from 'vitest';
import { guidance, type Say } from '../../../utils/guide/tour/guidance.ts';
import { createHoldBack, holdMs } from '../../../utils/guide/tour/hold-back.ts';

function holding() {
  let nowMs = 0;
  const hold = createHoldBack(() => nowMs);
  return {
    show: (say: Say) => hold(guidance('rights', say, { actions: ['press'] })),
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('a step that goes back', () => {
  it('is not shown while the page after it is on its way', () => {
    const { show, pass } = holding();
    show('openTemplates');
    expect(show('openSettings')).toMatchObject({ step: { say: 'openTemplates', target: null, actions: [] } });
    pass(holdMs - 1);
    expect(show('openSettings')).toMatchObject({ step: { say: 'openTemplates' }, lookAgainMs: 1 });
    expect(show('openCog')).toMatchObject({ step: { say: 'openCog', actions: ['press'] }, lookAgainMs: null });
  });

  it('is shown when it lasts', () => {
    const { show, pass } = holding();
    show('openCog');
    expect(show('openSettings').lookAgainMs).toBe(holdMs);
    pass(holdMs);
    expect(show('openSettings')).toMatchObject({ step: { say: 'openSettings' }, lookAgainMs: null });
  });

  it('waits anew when another one came between', () => {
    const { show, pass } = holding();
    show('openCog');
    show('openSettings');
    pass(holdMs);
    expect(show('lost').step.say).toBe('openCog');
  });
});

it('what is not on the road is said at once', () => {
  const { show } = holding();
  show('openCog');
  expect(show('loggedOut').step.say).toBe('loggedOut');
  expect(show('openTemplates').step.say).toBe('openTemplates');
});
