import { expect, it } from 'vitest';
import { understand } from '../support/chapter.js';
import { buildInMemory } from '../support/memory.js';

const BOOK = {
  '01 Über uns.md': '# Über uns\n\n## Who we are\n\nText.',
  'notes/02 Games.md':
    '# Games\n\n## Ball & rope\n\nText, to [[03 end]], [[01 über uns.md|us]] and [[/notes/02 Games]].',
  'notes/deep/02 Games.md': '# Others\n\nText.',
  'notes/03 End.md': '# The end\n\nText.',
};
const ASSETS = ['files/A map.png', 'notes/near.png'];

/** The paragraph of a chapter beside the book, and what is said of it. */
function shown(text: string, path = 'chapter.md') {
  const book = understand(
    { [path]: `# T\n\n## Own name {#own}\n\n## Local heading\n\n${text}`, ...BOOK },
    { assets: ASSETS },
  );
  const { html } = book.dress('reflowable', path);
  return [html.slice(html.lastIndexOf('</h2>') + 5).trim(), ...book.said()];
}

const map = (more: string) => `<img src="files/A map.png" ${more}>`;

it.each([
  ['See [[01 Über uns]].', '<p>See <a href="#c-01-über-uns">01 Über uns</a>.</p>'],
  ['See [[01 Über uns#Who we are]].', '<p>See <a href="#c-01-über-uns--who-we-are">Who we are</a>.</p>'],
  ['See [[#Local heading|above]].', '<p>See <a href="#chapter--local-heading">above</a>.</p>'],
  [
    'See [[02 games#Ball & rope|"games"]], [[02 Games]].',
    '<p>See <a href="#c-02-games--ball-rope">“games”</a>, <a href="#c-02-games">02 Games</a>.</p>',
  ],
  [
    'See [[deep/02 Games]], [[notes/deep/02 Games.md|so]].',
    '<p>See <a href="#c-02-games-2">02 Games</a>, <a href="#c-02-games-2">so</a>.</p>',
  ],
  ['See [[#Own name]].', '<p>See <a href="#chapter--own">Own name</a>.</p>'],
  [
    '[See [[03 End|it]] and ![[A map.png|20]]](https://a.org)',
    `<p><a href="https://a.org">See it and ${map('alt="" width="20"')}</a></p>`,
  ],
  ['- [[03 End\\|it]]', '<ul>\n<li><a href="#c-03-end">it</a></li>\n</ul>'],
  ['![[A map.png]]', `<figure class="plain">${map('alt="" width="40" height="30"')}</figure>`],
  [
    'So ![[a map.png|30]] and ![[A map.png|Our camp]] are.',
    `<p>So ${map('alt="" width="30"')} and ${map('alt="Our camp" width="40" height="30"')} are.</p>`,
  ],
  ['![[A map.png|Our camp|120x90]]', `<figure class="plain">${map('alt="Our camp" width="120"')}</figure>`],
  ['![A camp|120](<files/A map.png>)', `<figure class="plain">${map('alt="A camp" width="120"')}</figure>`],
  [
    '![2024](<files/A map.png>)',
    `<figure class="plain">${map('alt="2024" width="40" height="30"')}</figure>`,
  ],
  [
    '![Lamps | 2024](<files/A map.png>)',
    `<figure class="plain">${map('alt="Lamps | 2024" width="40" height="30"')}</figure>`,
  ],
  [
    'See [[Gone]], ![[Gone]], ![[gone.png]], \\[[03 End]], `[[03 End]]`, [[^1]], [[#1]].',
    '<p>See [[Gone]], ![[Gone]], ![[gone.png]], [[03 End]], <code>[[03 End]]</code>, [[^1]], [[#1]].</p>',
  ],
])('%j', (text, html) => {
  expect(shown(text)).toEqual([html]);
});

it('one that leads to a heading that is not there is told', () => {
  expect(shown('See [[03 End#Gone]].')).toEqual(['<p>See Gone.</p>', 'link-resolves chapter.md:7:5']);
});

it('leads out of the folder that it stands in', () => {
  const book = understand(BOOK);
  expect(book.dress('reflowable', 'notes/02 Games.md').html).toContain(
    'to <a href="#c-03-end">03 end</a>, <a href="#c-01-über-uns">us</a> and <a href="#c-02-games">02 Games</a>.',
  );
  expect(book.said()).toEqual([]);
});

it('is no text that has got lost where it stands alone, as a picture or under other words', async () => {
  const { ok, messages } = await buildInMemory({
    'one.md':
      '# One\n\n![[lamp.svg|Our camp]]\n\n*[[Second|on]]*\n\n[[[Second|so]]](https://a.org) [*[[Second]]*, more](https://a.org)\n\n| A | B |\n| - | - |\n| [[Second\\|on]] | x |\n',
    'second.md': '# Two\n\nText.\n',
    'lamp.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 0h9v9z"/></svg>',
  });
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  expect(ok).toBe(true);
});
