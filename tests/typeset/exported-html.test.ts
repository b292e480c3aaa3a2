import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: '#369' } });

async function made(text: string) {
  const { delivered, messages } = await buildInMemory({
    'book.yaml': 'title: T\n',
    'one.md': `# One\n\nText.\n\n${text}\n\nText.\n`,
    'a.png': await picture.png().toBuffer(),
  });
  const bytes = delivered.get('out/t.epub');
  const page = bytes && (await openEpub(bytes)).documents.get('one.xhtml');
  return { page, said: messages.map(({ ruleId, line }) => `${ruleId} ${line}`) };
}

const FRAME = `<div>
<style scoped>
    .dataframe tbody tr th:only-of-type {
        vertical-align: middle;
    }

    .dataframe tbody tr th {
        vertical-align: top;
    }

    .dataframe thead th {
        text-align: right;
    }
</style>
<table border="1" class="dataframe">
  <thead>
    <tr style="text-align: right;">
      <th></th>
      <th colspan="2" halign="left">mm</th>
    </tr>
  </thead>
  <tbody>
    <tr>
      <th>0</th>
      <td>61.2</td>
      <td>12</td>
    </tr>
  </tbody>
</table>
</div>`;

test('a table that pandas made for a notebook is one without a word', async () => {
  const { page, said } = await made(FRAME);
  expect(said).toEqual([]);
  expect(page?.all('td').map(({ text }) => text)).toEqual(['', '61.2', '12']);
});

test('what Pandoc says in styles of images, columns and cells is how wide they are, and where they stand', async () => {
  const { page, said } = await made(`<img src="a.png" style="width:4in;height:2.66667in" alt="One" />

<img src="a.png" alt="Two" style="width: 300px;"/> and <img src="a.png" style="width:50%" alt="Three" />

<table>
<colgroup>
<col style="width: 28%" />
<col style="width: 72%" />
</colgroup>
<thead>
<tr><th>Day</th><th>Who</th></tr>
</thead>
<tbody>
<tr><td style="text-align: right;">Monday</td><td>Bakers</td></tr>
</tbody>
</table>`);
  expect(said).toEqual([]);
  const images = page
    ?.all('img')
    .map(({ attributes }) => /width-\d+/.exec(attributes.class ?? '')?.[0] ?? attributes.width);
  expect(images).toEqual(['384', '300', 'width-50']);
  expect(page?.all('col').map(({ attributes }) => attributes.class)).toEqual(['width-30', 'width-70']);
  const [monday, bakers] = page?.all('td').map(({ attributes }) => JSON.stringify(attributes)) ?? [];
  expect(monday).toMatch(/right|end/);
  expect(bakers).not.toMatch(/right|end/);
});

test('styles that say more are told as ever', async () => {
  const { said } = await made(
    '<img src="a.png" alt="A" style="width:50%;float:left" />\n\n<style scoped>.dataframe { color: red } p { color: red }</style>\n\n<table class="dataframe" style="color: red"><tbody><tr><td>A</td></tr></tbody></table>',
  );
  expect(said).toEqual(['html-is-known 5', 'html-is-safe 7', 'html-is-known 9']);
});

test('a comment that Pandoc writes between two lists parts them, and is not printed', async () => {
  const comment = '```{=html}\n<!-- -->\n```';
  const { page, said } = await made(`1. One\n2. Two\n\n${comment}\n\n1. Un\n2. Deux`);
  expect(said).toEqual([]);
  expect(page?.all('ol').map(({ text }) => text.replace(/\s+/g, ' ').trim())).toEqual(['One Two', 'Un Deux']);
  expect(page?.all('pre')).toEqual([]);
  const { said: others } = await made('```{=html}\n<p>A</p>\n```');
  expect(others).toEqual(['markup-is-markdown 5']);
});
