import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { connect, syncNow } from '../support/admin.ts';
import { useStage } from './stage.ts';

const extension = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';

describe.each(browserKinds)('the pages about Javelo in %s', (kind) => {
  const stage = useStage(kind, 40);

  it('a name that this Javelo has for a detail is set, checked and used', async () => {
    await (await connect(stage.companion, stage.credentials)).close();
    await stage.control.switchProfile({
      acceptedExtensionAttrs: ['managerUserName', 'gender', 'contractType', 'seniorityDate', 'dateOfBirth'],
    });
    const page = await stage.companion.openOptions('javelo-settings');
    expect(await page.value('setting-paths.birthDate')).toBe(`${extension}:birthDate`);

    await page.type('setting-paths.birthDate', 'no name');
    await page.click('save-profile');
    expect(await page.waitText('error', /no name/)).toContain('paths.birthDate');

    await page.type('setting-paths.birthDate', `${extension}:dateOfBirth`);
    await page.click('save-profile');
    await page.find('setting-paths.birthDate-usual');
    await page.close();
    const again = await stage.companion.openOptions('javelo-settings');
    expect(await again.value('setting-paths.birthDate')).toBe(`${extension}:dateOfBirth`);
    await again.close();

    const popup = await stage.companion.openPopup();
    const { run } = await syncNow(popup);
    expect(run).toMatchObject({ state: 'succeeded', counts: { failed: 0 } });
    await popup.close();
    const { users } = (await stage.control.state()).javelo;
    expect(users.some((user) => JSON.stringify(user).includes('"dateOfBirth"'))).toBe(true);
  });

  it('everybody is to be had as an Excel file, and nothing else changes', async () => {
    const before = (await stage.control.state()).javelo.requests;
    const page = await stage.companion.openOptions('import-file');
    await page.page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (file: Blob) => {
        void file.arrayBuffer().then((bytes) => {
          document.body.dataset.file = JSON.stringify([...new Uint8Array(bytes)]);
        });
        return make(file);
      };
    });
    await page.click('make-import-file');
    await page.find('import-file-made');
    const bytes = await page.page.evaluate(() => document.body.dataset.file ?? '[]');
    const [header, ...rows] = await readSheet(Buffer.from(JSON.parse(bytes) as number[]));
    expect(header?.slice(0, 4)).toEqual(['Email', 'Name', 'Last_name', 'Manager_email']);
    const expected = (await stage.control.expected()).filter(({ active }) => active);
    expect(rows.map(([email]) => email).sort()).toEqual(expected.map(({ userName }) => userName).sort());
    expect(await page.texts('import-problems')).toHaveLength(1);
    expect((await stage.control.state()).javelo.requests).toEqual(before);
    await page.close();
  });
});
