import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { hyphenate } from '../../src/typeset/hyphenate.js';

/*
 * Soft hyphens where words may break, shown here as “·”.
 */
const marked = async (html: string, lang = 'en'): Promise<string> => {
  const tree: Root = fromHtml(html, { fragment: true });
  await hyphenate(tree, lang);
  return textOf(tree).replaceAll('\u00ad', '·');
};

describe('words break', () => {
  it.each([
    ['en', 'hyphenation typography', 'hy·phen·ation ty·pog·ra·phy'],
    ['de', 'Buchdruckerkunst', 'Buch·dru·cker·kunst'],
    ['fr', 'imprimerie nationale', 'im·pri·me·rie na·tio·nale'],
    ['it', 'tipografia', 'ti·po·gra·fia'],
    ['nl', 'boekdrukkunst', 'boek·druk·kunst'],
    ['pl', 'drukarstwo', 'dru·kar·stwo'],
    ['ru', 'типография', 'ти·по·гра·фия'],
    ['pt-BR', 'nacionalidade', 'na·ci·o·na·li·dade'],
    ['cs', 'nejnebezpečnější', 'nej·ne·bez·peč·nější'],
    ['hu', 'könyvnyomtatás', 'könyv·nyom·ta·tás'],
    ['el', 'τυπογραφία', 'τυ·πο·γρα·φία'],
    ['tr', 'matbaacılık', 'mat·ba·acı·lık'],
    ['da', 'bogtrykkerkunst', 'bog·tryk·ker·kunst'],
    ['nb', 'boktrykkerkunst', 'bok·tryk·ker·kunst'],
    ['fi', 'kirjapainotaito', 'kir·ja·pai·no·taito'],
    ['lt', 'nepriklausomybė', 'ne·pri·klau·so·mybė'],
    ['ro', 'tipografie', 'ti·po·gra·fie'],
    ['uk', 'друкарство', 'дру·кар·ство'],
    ['sr', 'штампарија', 'штам·па·рија'],
    ['sr-Latn', 'štamparija', 'štam·pa·rija'],
    ['hy', 'գրադարան', 'գրա·դա·րան'],
    ['la', 'typographia', 'ty·po·gra·phia'],
  ])('in %s: %s', async (lang, text, expected) => {
    expect(await marked(`<p>${text}</p>`, lang)).toBe(expected);
  });

  it('and not in the name of what has a number', async () => {
    expect(await marked('<p>Equation\u00a01, equations 1</p>')).toBe('Equation\u00a01, equa·tions 1');
  });

  it('by the language of the element they stand in', async () => {
    expect(await marked('<p>typography <i lang="de">Typografie <b lang="en">typography</b></i></p>')).toBe(
      'ty·pog·ra·phy Ty·po·gra·fie ty·pog·ra·phy',
    );
    expect(await marked('<p lang="xx">typography</p>')).toBe('typography');
  });

  it('and never closer than two letters to their beginning or three to their end', async () => {
    for (const lang of ['en', 'de', 'fr', 'it', 'es', 'ru']) {
      const words = await marked(
        '<p>abolition evolution idea aorta Italia Abenduntergang éléphant озеро ананас ореолами</p>',
        lang,
      );
      expect(words).not.toMatch(/(^|\s)\p{L}·|·\p{L}{1,2}(\s|$)/u);
    }
  });
});

describe('words stay whole', () => {
  it.each([
    ['code', '<p><code>hyphenation</code></p>'],
    ['a block of code', '<pre>hyphenation</pre>'],
    ['a heading', '<h2>hyphenation</h2>'],
    ['the head of a column', '<table><tr><th>hyphenation</th></tr></table>'],
    ['a key', '<kbd>hyphenation</kbd>'],
    ['an abbreviation', '<abbr>hyphenation</abbr>'],
    ['a short word', '<p>about often</p>'],
    ['an address', '<p>https://example.org/typography/hyphenation?typography=hyphenation</p>'],
    ['a host', '<p>typography.hyphenation.example</p>'],
    ['a mail address', '<p>typography@hyphenation.example</p>'],
    ['a path', '<p>typography/hyphenation</p>'],
    ['a name of code', '<p>typography_hyphenation</p>'],
    ['a name with capitals', '<p>TypoGraphy HYPHENATION McDonaldson</p>'],
  ])('%s', async (_what, html) => {
    expect(await marked(html)).not.toContain('·');
  });
});

it('loses no letter, and marks a capital at the head of a word', async () => {
  expect(
    (await marked('<p>Typography, “hyphenation” and it’s 1,234 co-ordinates.</p>')).replaceAll('·', ''),
  ).toBe('Typography, “hyphenation” and it’s 1,234 co-ordinates.');
  expect(await marked('<p>Typography</p>')).toBe('Ty·pog·ra·phy');
});
