import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { type Attack, attacks, type Bait, bookAttack } from '../support/attack.js';
import { desk, octavo, put } from '../support/desk.js';

/** An attack by an image file that a chapter shows, on its third line. */
const image = (write: (bait: Bait) => string | Uint8Array, says = 'svg-is-safe', name = 'a.svg'): Attack => ({
  files: (bait) => ({ 'chapter.md': `![x](${name})`, [name]: write(bait) }),
  says: [`chapter.md:3 ${says}`],
});

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10" ${attributes}>${inside}</svg>`;
const style = (css: string): string => svg(`<style>${css}</style><rect width="5" height="5"/>`);
const html = (inside: string): string =>
  inside.replace(/(?<=^<\w+)/, ' xmlns="http://www.w3.org/1999/xhtml"');

attacks('drawings that run', {
  'a script': image(({ url }) => svg(`<script>fetch("${url}")</script>`)),
  'a script by another prefix': image(
    ({ url }) =>
      `<q:svg xmlns:q="http://www.w3.org/2000/svg" width="1" height="1"><q:script>fetch("${url}")</q:script></q:svg>`,
  ),
  'a script of HTML': image(({ url }) => svg(html(`<script>fetch("${url}")</script>`))),
  'a handler of the whole': image(({ url }) => svg('', `onload="fetch('${url}')"`)),
  'a handler of a shape': image(({ url }) => svg(`<rect onclick="fetch('${url}')"/>`)),
  'a document inside': image(({ url }) =>
    svg(`<foreignObject>${html(`<img src="${url}"/>`)}</foreignObject>`),
  ),
  'a frame': image(({ url }) => svg(html(`<iframe src="${url}"/>`))),
  'a refresh': image(({ url }) => svg(html(`<meta http-equiv="refresh" content="0;url=${url}"/>`))),
  'a link that runs': image(({ url }) => svg(`<a href="javascript:fetch('${url}')"><rect/></a>`)),
  'a link that runs, with a tab in it': image(() => svg('<a href="java&#9;script:1"><rect/></a>')),
  'a link to a file': image(({ folder }) => svg(`<a href="file://${folder}/secret.txt"><rect/></a>`)),
  'an animation that sets a link': image(() =>
    svg('<a><animate attributeName="href" to="javascript:1"/></a>'),
  ),
  'an animation that sets a link, by its old name': image(() =>
    svg('<a><set attributeName="xlink:href" to="javascript:1"/></a>'),
  ),
});

attacks('drawings that load', {
  'an image': image(({ url }) => svg(`<image href="${url}/x.png"/>`)),
  'an image by its old name': image(({ up }) => svg(`<image xlink:href="${up}secret.png"/>`)),
  'an image by another prefix': image(({ url }) =>
    svg(`<image q:href="${url}/x.png"/>`, 'xmlns:q="http://www.w3.org/1999/xlink"'),
  ),
  'a file': image(({ folder }) => svg(`<image href="file://${folder}/secret.png"/>`)),
  'a shape of another drawing': image(({ url }) => svg(`<use href="${url}/x.svg#a"/>`)),
  'a drawing in a drawing': image(({ url }) =>
    svg(
      `<image href="data:image/svg+xml;base64,${Buffer.from(svg(`<image href="${url}"/>`)).toString('base64')}"/>`,
    ),
  ),
  'a drawing in a drawing, in capitals': image(() =>
    svg('<image href=" DATA:image/SVG+xml;base64,PHN2Zz4="/>'),
  ),
  'an image of a filter': image(({ url }) => svg(`<filter id="f"><feImage href="${url}/x.png"/></filter>`)),
  'a set of images': image(({ url }) => svg(html(`<img srcset="${url} 1x"/>`))),
  'another base': image(({ url }) => svg('<use href="#a"/>', `xml:base="${url}/x.svg"`)),
  'text of another file': image(({ folder }) =>
    svg(
      `<x:include xmlns:x="http://www.w3.org/2001/XInclude" parse="text" href="file://${folder}/secret.txt"/>`,
    ),
  ),
  'a stylesheet by instruction': image(
    ({ url }) => `<?xml-stylesheet href="${url}/x.css"?>${svg('<rect width="5" height="5"/>')}`,
  ),
  'a stylesheet by import': image(({ url }) => style(`@import "${url}/x.css";`)),
  'a stylesheet by import, with an escape': image(({ url }) => style(`@\\69mport "${url}/x.css";`)),
  'a stylesheet by import, in a section of text': image(({ url }) =>
    style(`<![CDATA[@import "${url}/x.css";]]>`),
  ),
  'a stylesheet by import, in pieces': image(({ url }) => style(`@imp<![CDATA[ort "${url}/x.css";]]>`)),
  'a font': image(({ url }) => style(`@font-face{font-family:x;src:url(${url}/x.woff)}`)),
  'a fill': image(({ url }) => svg(`<rect fill="url(${url}/x.svg#a)"/>`)),
  'a fill with an escape': image(({ url }) => svg(`<rect style="fill:u\\72l(${url}/x.svg#a)"/>`)),
  'a fill that is all escapes': image(({ url }) => style(`rect{fill:\\75\\72\\6c(${url}/x.svg#a)}`)),
  'a fill with a comment in its name': image(({ url }) => style(`rect{fill:ur<!-- -->l(${url}/x.svg#a)}`)),
  'a fill behind an element of the stylesheet': image(({ url }) =>
    style(`<g/>rect{fill:url(${url}/x.svg#a)}`),
  ),
  'an image by its resolution': image(({ url }) => style(`rect{background:image-set("${url}/x.png" 1x)}`)),
  'a fill by a property': image(({ url }) => style(`rect{--a:url(${url}/x.svg#a);fill:var(--a)}`)),
  'a fill by an animation': image(({ url }) =>
    svg(`<rect><set attributeName="fill" to="url(${url}#a)"/></rect>`),
  ),
});

const doctype = (subset: string): string => `<!DOCTYPE svg ${subset}>`;
const lol = 'abcdefghi'.split('').map((name, i, all) => {
  const inside = i ? `&${all[i - 1]};`.repeat(10) : 'lol';
  return `<!ENTITY ${name} "${inside}">`;
});

attacks('drawings that are not what they seem', {
  'an entity that is a file': image(
    ({ folder }) =>
      `${doctype(`[<!ENTITY x SYSTEM "file://${folder}/secret.txt">]`)}${svg('<text>&x;</text>')}`,
  ),
  'entities that unfold to gigabytes': image(
    () => `${doctype(`[${lol.join('')}]`)}${svg('<text>&i;</text>')}`,
  ),
  'a definition from elsewhere': image(({ url }) => `${doctype(`SYSTEM "${url}/x.dtd"`)}${svg('')}`),
  'a definition from elsewhere that calls itself another': image(
    ({ url }) => `${doctype(`PUBLIC "-//W3C//DTD SVG 1.1//EN" "${url}/svg11.dtd"`)}${svg('')}`,
  ),
  'shapes that show shapes that show shapes': image(() =>
    svg(
      `<rect id="g0" width="1" height="1"/>${Array.from({ length: 25 }, (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`).join('')}`,
    ),
  ),
  'patterns of patterns of patterns': image(() =>
    svg(
      `<pattern id="p0"><rect/></pattern>${Array.from({ length: 25 }, (_, i) => `<pattern id="p${i + 1}">${`<rect fill="url(#p${i})"/>`.repeat(10)}</pattern>`).join('')}<rect fill="url(#p25)"/>`,
    ),
  ),
  'a chain of ten thousand shapes': image(() =>
    svg(Array.from({ length: 10_000 }, (_, i) => `<g id="g${i}"><use href="#g${i + 1}"/></g>`).join('')),
  ),
  'groups five thousand deep': image(() => svg('<g>'.repeat(5000) + '</g>'.repeat(5000))),
  'more shapes than any drawing has': image(() => svg('<rect/>'.repeat(210_000))),
  'a thousand million pixels a side': image(
    () => '<svg xmlns="http://www.w3.org/2000/svg" width="1000000000" height="1000000000"/>',
    'image-is-reasonable',
  ),
  'a thousand million pixels a side, in fewer letters': image(
    () => '<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="+1e9px"/>',
    'image-is-reasonable',
  ),
  'no pixels a side': image(
    () => '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="10"/>',
    'image-readable',
  ),
  'a look at nothing': image(
    () => '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 0 0"/>',
    'image-readable',
  ),
  compressed: image(({ url }) => gzipSync(svg(`<script>fetch("${url}")</script>`))),
  'in UTF-16': image(
    ({ url }) => Buffer.from(`\ufeff${svg(`<script>fetch("${url}")</script>`)}`, 'utf16le'),
    'image-readable',
  ),
  'in UTF-16 that nothing says': image(
    ({ url }) => Buffer.from(svg(`<script>fetch("${url}")</script>`), 'utf16le'),
    'image-readable',
  ),
  'in UTF-7': image(
    () => `<?xml version="1.0" encoding="UTF-7"?>${svg('+ADw-script+AD4-1+ADw-/script+AD4-')}`,
  ),
  'in an encoding of the last century': image(() =>
    Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${svg('<text>\xe9</text>')}`, 'latin1'),
  ),
  'behind two thousand spaces': image(
    ({ url }) => ' '.repeat(2000) + svg(`<script>fetch("${url}")</script>`),
  ),
  'behind a comment of three thousand letters': image(
    ({ url }) => `<!--${'x'.repeat(3000)}-->${svg(`<script>fetch("${url}")</script>`)}`,
  ),
  'by the name of a photograph': image(
    ({ url }) => svg(`<script>fetch("${url}")</script>`),
    undefined,
    'a.png',
  ),
  'HTML by the name of a drawing': image(
    ({ url }) => `<html><script src="${url}"/></html>`,
    'image-readable',
  ),
  'HTML by the name of a photograph': image(
    ({ url }) => `<!DOCTYPE html><html><script src="${url}"/></html>`,
    undefined,
    'a.png',
  ),
  'cut short': image(() => svg('<rect/>').slice(0, -10)),
});

const photograph = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#a33' } })
  .png()
  .toBuffer();
const jpeg = await sharp(photograph).jpeg().toBuffer();
const meddled = Buffer.from(photograph);
meddled.fill(0x5a, meddled.indexOf('IDAT') + 10, meddled.indexOf('IDAT') + 20);

/** A PNG of nothing but its header, which says that it is so large. */
function promise(width: number, height: number): Uint8Array {
  const png = Buffer.from(photograph);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A GIF of so many frames, each of one pixel on a canvas of a thousand by a thousand. */
function gif(frames: number): Uint8Array {
  const word = (value: number): number[] => [value & 0xff, value >> 8];
  const head = [...Buffer.from('GIF89a'), ...word(1000), ...word(1000), 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  const frame = [0x2c, ...word(0), ...word(0), ...word(1), ...word(1), 0, 2, 2, 0x44, 1, 0];
  return Buffer.concat([
    Buffer.from(head),
    Buffer.concat(Array.from({ length: frames }, () => Buffer.from(frame))),
    Buffer.from([0x3b]),
  ]);
}

attacks('photographs', {
  'sixty thousand pixels a side': image(() => promise(60_000, 60_000), 'image-is-reasonable', 'a.png'),
  'two thousand million pixels a side': image(
    () => promise(0x7fffffff, 0x7fffffff),
    'image-readable',
    'a.png',
  ),
  'no pixels at all': image(() => promise(0, 0), 'image-readable', 'a.png'),
  'five thousand frames': image(() => gif(5000), 'image-is-reasonable', 'a.gif'),
  'a PNG that is cut short': image(() => photograph.subarray(0, -20), 'image-readable', 'a.png'),
  'a JPEG that is cut short': image(() => jpeg.subarray(0, jpeg.length / 2), 'image-readable', 'a.jpg'),
  'a PNG of other pixels than its check sums say': image(() => meddled, 'image-readable', 'a.png'),
  'a GIF that is cut short': image(() => gif(3).subarray(0, -5), 'image-readable', 'a.gif'),
  'a name and no bytes': image(() => '', 'image-readable', 'a.png'),
  'a document of another kind': image(() => '%PDF-1.7\n%%EOF', 'image-readable', 'a.png'),
});

attacks('images of the network', {
  plain: {
    files: ({ url }) => ({ 'chapter.md': `![x](${url}/x.png)` }),
    says: ['chapter.md:3 image-is-local'],
  },
  'by reference': {
    files: ({ url }) => ({ 'chapter.md': `![x][r]\n\n[r]: ${url}/x.png` }),
    says: ['chapter.md:5 image-is-local'],
  },
  'in HTML': {
    files: ({ url }) => ({ 'chapter.md': `<p><img src="${url}/x.png" alt=""></p>` }),
    says: ['chapter.md:3 image-is-local'],
  },
  'by its old name in HTML': {
    files: ({ url }) => ({ 'chapter.md': `<image src="${url}/x.png" alt="">` }),
    says: ['chapter.md:3 image-is-local'],
  },
  'on a drive of Windows': {
    files: () => ({ 'chapter.md': '![x](C:\\pics\\a.png)\n\n<img src="C:\\pics\\a.png" alt="x">' }),
    says: ['chapter.md:3 image-is-local', 'chapter.md:5 image-is-local'],
  },
  'with the way left open': {
    files: ({ url }) => ({ 'chapter.md': `![x](${url.slice(5)}/x.png)` }),
    says: ['chapter.md:3 image-is-local'],
  },
});

bookAttack('a cover of the network', {
  files: ({ url }) => ({ 'chapter.md': '', 'book.yaml': `title: T\ncover: ${url}/x.png\n` }),
  says: ['book.yaml:2 image-is-local'],
});

const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => Promise.all(servers.map((server) => new Promise((done) => server.close(done)))));

/** A server on loopback, and the addresses that were asked of it. */
async function serve(answer: (path: string) => { to?: string; body?: string | Uint8Array; type?: string }) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { to, body, type = 'image/png' } = answer(request.url ?? '');
    response.writeHead(to ? 302 : 200, to ? { location: to } : { 'content-type': type }).end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return { port: address.port, asked };
}

it('a host that the user named leads to no other, and what it gives is not believed', async () => {
  const other = await serve(() => ({ body: photograph }));
  const named = await serve((path) =>
    path === '/away.png'
      ? { to: `http://localhost:${other.port}/x.png` }
      : path === '/file.png'
        ? { to: 'file:///etc/hostname' }
        : path === '/drawing.png'
          ? { body: svg(`<image href="http://localhost:${other.port}/y.png"/>`) }
          : { body: photograph },
  );
  const at = `http://127.0.0.1:${named.port}`;
  const folder = await desk();
  await put(join(folder, 'book'), {
    'chapter.md': `# A

![x](${at}/away.png)

![x](${at}/file.png)

![x](${at}/drawing.png)

![x](http://localhost:${other.port}/z.png)

![x](http://127.0.0.1@localhost:${other.port}/z.png)

![x](http://127.0.0.1.localhost:${other.port}/z.png)

![x](${at}/good.png)
`,
  });
  const { code, err } = await octavo(folder, ['build', 'book', '-e', 'epub', '--allow-host', '127.0.0.1']);
  expect(err).toContain('See to the network');
  const told = [...err.matchAll(/^book\/chapter\.md:(\d+):\d+ {2}error {2}(\S+)$/gm)].map(
    ([, line, id]) => `${line} ${id}`,
  );
  expect(told).toEqual([
    '3 image-readable',
    '5 image-readable',
    '7 svg-is-safe',
    '9 image-is-local',
    '11 image-is-local',
    '13 image-is-local',
  ]);
  expect(code).toBe(1);
  expect(named.asked.sort()).toEqual(['/away.png', '/drawing.png', '/file.png', '/good.png']);
  expect(other.asked).toEqual([]);
});
