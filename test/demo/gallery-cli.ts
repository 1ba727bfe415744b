import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchCompanion } from '../browser/launch.ts';
import { Gallery, parts } from './gallery.ts';

const help = `npm run pictures -- [options]

Takes a picture of every page and state of the companion, in three languages, light and dark, with its own demo.

  --only LIST only these parts: first, demo, stores, waiting, systems (with commas)
  --looks LIST
              only these: en-light, nl-dark … (with commas)
  --out DIR   where the pictures go (default .pictures)
  --readme    also renew the pictures of the README
  --store     also renew the pictures for the stores
  --json      one JSON object on the last line of standard output
  --help      this text
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'first,demo,waiting,systems' },
    looks: { type: 'string', default: '' },
    out: { type: 'string', default: '.pictures' },
    readme: { type: 'boolean', default: false },
    store: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(help);
else {
  const companion = await launchCompanion('chromium');
  try {
    const chosen = parts.filter((part) => values.only.split(',').includes(part) || (part === 'stores' && values.store));
    const looks = values.looks.split(',').filter((look) => look !== '');
    const gallery = new Gallery(companion, resolve(values.out), { parts: chosen, looks, readme: values.readme });
    await gallery.take((line) => process.stderr.write(`${line}\n`));
    const said = values.json
      ? JSON.stringify({ ok: true, pictures: gallery.taken.length, folder: resolve(values.out) })
      : `${gallery.taken.length} pictures in ${resolve(values.out)}`;
    process.stdout.write(`${said}\n`);
  } finally {
    await companion.close();
  }
}
