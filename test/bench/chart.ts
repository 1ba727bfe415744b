import type { ReadFigures } from './sections/read.ts';

/** The times of reading everybody as bars, for the README: an SVG that is at home on light and on dark ground. */
export function drawChart(people: number, read: ReadFigures): string {
  const bars = [
    { name: 'raw transfer', ms: read.rawMs, own: false },
    { name: 'companion', ms: read.oursMs, own: true },
    { name: 'node-soap', ms: read.nodeSoapMs, own: false },
    { name: 'fast-xml-parser', ms: read.fastXmlParserMs, own: false },
    ...(read.zeepMs === null ? [] : [{ name: 'zeep', ms: read.zeepMs, own: false }]),
  ];
  const longest = Math.max(...bars.map(({ ms }) => ms));
  const rows = bars.map(({ name, ms, own }, index) => {
    const y = 44 + index * 30;
    const width = Math.max(2, (ms / longest) * 420);
    return [
      `<text x="140" y="${y + 14}" text-anchor="end">${name}</text>`,
      `<rect x="150" y="${y}" width="${width.toFixed(1)}" height="20" rx="4" fill="${own ? '#6d66f0' : '#9a9aa8'}"/>`,
      `<text x="${(158 + width).toFixed(1)}" y="${y + 14}">${Math.round(ms)} ms</text>`,
    ].join('');
  });
  const height = 56 + bars.length * 30;
  const title = `Reading ${people.toLocaleString('en')} people from Nmbrs (${Math.round(read.megabytes)} MB)`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="680" height="${height}" viewBox="0 0 680 ${height}" role="img" aria-label="${title}"><style>text{font:13px system-ui,sans-serif;fill:#7a7a88}.title{font-weight:600;font-size:14px}</style><text class="title" x="8" y="22">${title}</text>${rows.join('')}</svg>\n`;
}
