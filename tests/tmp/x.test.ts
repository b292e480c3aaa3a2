import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { understand } from '../support/chapter.js';

it('x', async () => {
  const book = understand(readFileSync('/tmp/a/t.md', 'utf8'), {
    assets: ['a.png'],
    lang: process.env.L ?? 'en',
  });
  await book.setFormulas();
  console.log(book.dress((process.env.M as 'paged') ?? 'paged').html);
  console.log(book.said().join('\n'), book.words().join('\n'));
});
