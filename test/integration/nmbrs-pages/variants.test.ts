import { describe, expect, it } from 'vitest';
import { eventually } from '../../browser/companion-page.ts';
import { ownType, useNmbrsPages } from './stage.ts';

const stage = useNmbrsPages();

const refusedNow = (service: string, operation: string, code: string | undefined): Promise<true> =>
  eventually(`${operation} to be ${code ?? 'allowed'}`, async () =>
    (await stage.refusal(service, operation)) === code ? true : null,
  );

describe.each([
  { variant: 'A' },
  { variant: 'A', toggle: 'image' },
  { variant: 'A', toggle: 'link' },
  { variant: 'B' },
  { variant: 'C' },
  { variant: 'D' },
  { variant: 'E', shadow: 'open' },
  { variant: 'F' },
  { variant: 'A', rightsIn: 'page', csp: 'strict' },
  { variant: 'C', rightsIn: 'page', csp: 'strict' },
  { variant: 'E', shadow: 'open', csp: 'strict' },
  { variant: 'F', csp: 'strict' },
])('with %j', (ui) => {
  it('an admin reads the user type, finds its rights, switches some and gets the token', async () => {
    const { admin, complaints } = await stage.arrive({ ...ui, token: 'inactive', userMenu: 'icon' });
    await admin.openProfile('user profile');
    await admin.text('user type');
    await admin.text(ownType);
    await admin.press('api token');
    await admin.press('activate api account');
    // Pressed while the page is still being drawn, the tab would be drawn over.
    await admin.gone('activate api account');
    expect((await stage.events()).map(({ kind }) => kind)).toContain('activate-api');
    await admin.press('api token');
    const token = await (await admin.text('reset token')).evaluate((node) => {
      const blue = (node.getRootNode() as ParentNode).querySelector('.blue');
      return blue?.textContent ?? '';
    });
    expect(await stage.refusal('DebtorService', 'Environment_Get', token)).toBe('1002');

    await admin.openRights(ownType);
    await admin.chooseService('Employee Services');
    await admin.switchRight('EmployeeType_GetList');
    await eventually('the right to be on', async () =>
      (await stage.refusal('EmployeeService', 'EmployeeType_GetList', token)) === undefined ? true : null,
    );
    await admin.chooseService('Debtor Services');
    await admin.switchRight('Environment_Get');
    await eventually('the right to be on', async () =>
      (await stage.refusal('DebtorService', 'Environment_Get', token)) === undefined ? true : null,
    );
    await admin.switchRight('Environment_Get');
    await eventually('the right to be off', async () =>
      (await stage.refusal('DebtorService', 'Environment_Get', token)) === '1002' ? true : null,
    );
    expect(await stage.switched()).toEqual([
      'EmployeeService.EmployeeType_GetList → true',
      'DebtorService.Environment_Get → true',
      'DebtorService.Environment_Get → false',
    ]);
    expect(complaints).toEqual([]);
  });
});

describe('web components', () => {
  it('with closed roots show nothing to scripts, but hear the mouse', async () => {
    const { admin, page } = await stage.arrive({ variant: 'E', shadow: 'mixed', order: 'alphabetical' });
    await admin.openRights(ownType);
    const client = await page.createCDPSession();
    const boxOf = async (selector: string): Promise<{ x: number; y: number } | null> => {
      const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
      const closed = JSON.stringify(root).includes('"shadowRootType":"closed"');
      const { nodes } = await client.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
      const boxes = nodes.filter(
        ({ localName, attributes }) => localName === 'input' && attributes?.includes(selector),
      );
      const [, , third] = boxes;
      if (!closed || !third) return null;
      const { model } = await client.send('DOM.getBoxModel', { nodeId: third.nodeId });
      const [x = 0, y = 0] = model.content;
      return { x: x + 5, y: y + 5 };
    };
    const place = await eventually('the closed popup', () => boxOf('checkbox'));
    expect(await page.evaluate(() => document.querySelector('nmbrs-popup')?.shadowRoot)).toBeNull();
    await page.mouse.click(place.x, place.y);
    // The third of the Company Services in the order of the alphabet.
    await refusedNow('CompanyService', 'List_GetAll', undefined);
    await eventually('the switch', async () => ((await stage.switched()).length > 0 ? true : null));
    expect(await stage.switched()).toEqual(['CompanyService.Address_Insert → true']);
  });
});
