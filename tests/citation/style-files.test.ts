import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cite, libraryOf } from '../support/citing.js';
import { ROOT } from '../support/desk.js';

/*
 * Styles that an author puts into the folder.
 */
const BIB = '@book{doe99, author={Doe, Jane}, title={Rain}, year=1999}';
const style = (citation: string, more = ''): string =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">${more}\n<citation><layout prefix="{" suffix="}" delimiter=" / ">${citation}</layout></citation></style>`;
const withStyle = (text: string) => ({ csl: 'my.csl', files: { 'book/my.csl': text } });

it('a file of the folder is a style', async () => {
  const own = style('<names variable="author"><name form="short"/></names>');
  expect((await cite('[@doe99]', BIB, withStyle(own))).text).toBe('{Doe}');
});

it.each([
  ['chicago', 'chicago-author-date'],
  ['numeric', 'ieee'],
  ['modern-language-association', 'mla'],
])('%s is another word for %s', async (csl, meant) => {
  const [one, two] = [
    await cite('[@doe99, p. 3]', BIB, { csl }),
    await cite('[@doe99, p. 3]', BIB, { csl: meant }),
  ];
  expect([one.text, one.works]).toEqual([two.text, two.works]);
});

describe('is told where it is wrong', () => {
  it.each([
    ['that is not there', { csl: 'no.csl' }, 'file-exists refs', /There is no file no\.csl/],
    ['that nobody knows', { csl: 'ieeee' }, 'citation-style-known refs', /Did you mean “ieee”/],
    [
      'that is no XML',
      withStyle('<style>\n <citation>'),
      'citation-style-valid book/my.csl:2:12',
      /unclosed tag/,
    ],
    ['that is no style', withStyle('<html/>'), 'citation-style-valid book/my.csl:1:1', /begins with <html>/],
    ['without citations', withStyle('<style/>'), 'citation-style-valid book/my.csl:1:1', /no <citation>/],
    [
      'that points to another',
      withStyle(
        '<style><info><link rel="independent-parent" href="http://x.org/styles/apa"/></info></style>',
      ),
      'citation-style-valid book/my.csl:1:14',
      /points to another style, “apa”/,
    ],
    [
      'with a macro that is not there',
      withStyle(style('<text macro="x"/>')),
      'citation-style-valid book/my.csl:2:57',
      /no macro “x”/,
    ],
    [
      'with a macro that calls itself',
      withStyle(
        style(
          '<text macro="a"/>',
          '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>',
        ),
      ),
      'citation-style-valid book/my.csl:1:78',
      /calls itself/,
    ],
    [
      'with entities of its own',
      withStyle('<!DOCTYPE a [<!ENTITY b "c">]><style>&b;</style>'),
      'citation-style-valid book/my.csl:1:41',
      /undefined entity|entity/,
    ],
  ])('a style %s', async (_, citing, said, says) => {
    const found = await libraryOf(BIB, citing);
    expect(found.said).toEqual([said.replace(' refs', ' configuration')]);
    expect(found.words[0]).toMatch(says);
  });

  it('a style that has no end', async () => {
    const macros = Array.from(
      { length: 40 },
      (_, i) => `<macro name="m${i}"><text macro="m${i + 1}"/><text macro="m${i + 1}"/></macro>`,
    ).join('');
    const bomb = style('<text macro="m0"/>', `${macros}<macro name="m40"><text value="x"/></macro>`);
    const { book } = await cite('[@doe99]', BIB, withStyle(bomb));
    expect(book.said()).toEqual(['citation-style-valid configuration']);
  });

  it('a style outside of the folder', async () => {
    expect((await libraryOf(BIB, { csl: '../my.csl', files: { 'my.csl': '<style/>' } })).said).toEqual([
      'inside-folder configuration',
    ]);
  });
});

it('the styles and words of the CSL project come with their licence', () => {
  const licence = readFileSync(join(ROOT, 'csl/README.md'), 'utf8');
  expect(licence).toContain('https://creativecommons.org/licenses/by-sa/3.0/');
  expect(licence).toContain('https://citationstyles.org');
  for (const name of ['styles/apa.csl', 'locales/locales-de-DE.xml'])
    expect(readFileSync(join(ROOT, 'csl', name), 'utf8')).toContain(
      'creativecommons.org/licenses/by-sa/3.0/',
    );
});
