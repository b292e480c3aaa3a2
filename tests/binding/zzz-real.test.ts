import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { read } from '../../src/build.js';
import { bindEpub } from '../../src/binding/epub.js';
import { epub as edition } from '../../src/editions/epub.js';
import { typeset } from '../../src/typeset/typeset.js';
import * as disk from '../../src/workshop/disk.js';
import { epubcheck } from '../support/epubcheck.js'; import { openEpub } from '../support/epub.js';
import { rendition, section, tools } from '../support/renditions.js';
test('real', async () => {
  const workshop = (disk as any).openDisk ? (disk as any).openDisk() : (disk as any).disk;
  const books: Uint8Array[] = [];
  for (const folder of ['manuscript', '/work/shared/corpus/small', '/work/shared/corpus/medium', '/work/shared/corpus/large']) {
    const w = { workshop, press: () => { throw new Error('no'); }, sourceDate: new Date(1.7e12) } as any;
    let t0 = performance.now();
    const r = await read({ folder }, w);
    if (!r.book || !r.config) { console.log(folder, 'unread', r.ledger.messages().slice(0, 5).map(String)); continue; }
    const ren = await typeset(r.book, edition, r.config, r.own, workshop, r.ledger.say);
    const t1 = performance.now();
    const at = tools();
    const [a] = await bindEpub(ren, at); const bytes = a?.file.value as Uint8Array;
    const t2 = performance.now();
    const e = await openEpub(bytes);
    console.log(folder, ren.sections.length, bytes.length, 'read+typeset', (t1 - t0).toFixed(), 'bind', (t2 - t1).toFixed(), e.brokenLinks().slice(0, 5), at.said.slice(0, 5), e.nav.toc.length, e.nav.landmarks.map((l) => l.type + ' ' + l.title));
    writeFileSync(`/tmp/real-${folder.split('/').at(-1)}.epub`, bytes); books.push(bytes);
  }
  for (const v of await epubcheck(...books)) console.log(v.errors.length, v.warnings.length, v.errors.slice(0, 15), v.warnings.slice(0, 8));
  let node: any = { type: 'text', value: 'x' }; for (let i = 0; i < 3000; i++) node = { type: 'element', tagName: 'blockquote', properties: {}, children: [node] };
  const t1 = performance.now(); try { const [d] = await bindEpub(rendition([section('one', 'chapter', [node])]), tools()); console.log('deep', (d?.file.value as Uint8Array).length, performance.now() - t1); } catch (e) { console.log('deep', e); }
}, 200000);
