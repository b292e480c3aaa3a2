import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STYLES } from '../../src/citation/styles.js';
import { type Citing, cite } from '../support/citing.js';

/*
 * Each style that comes along, by several kinds of works. What is expected is what the manuals of the styles print, and what
 * other processors of the Citation Style Language make of the same works.
 */
const BIB = readFileSync(new URL('../support/works.bib', import.meta.url), 'utf8');
const made = (markdown: string, citing: Citing) => cite(markdown, BIB, citing);

/** A style: citations as they come out one by one, and its list of works. */
interface Row {
  readonly cited: Readonly<Record<string, string>>;
  readonly works: readonly string[];
}

const KEYS = [
  'doe99',
  'doe99b',
  'roe05',
  'smith04',
  'office18',
  'poe11',
  'tales',
  'beethoven',
  'undated',
  'doe01',
];

const ROWS: Readonly<Record<string, Row>> = {
  apa: {
    cited: {
      '[see @doe99, pp. 33-35; @smith04, chap. 1]':
        '(see Doe, 1999b, pp. 33–35; Smith et al., 2004, Chapter 1)',
      '[@roe05; @doe99]': '(Doe, 1999b; Roe & Doe, 2005)',
      '[@doe99b; @doe99; @office18]': '(Coast Office, 2018; Doe, 1999a, 1999b)',
      '@roe05 [p. 130]': 'Roe & Doe (2005, p. 130)',
      '[@tales; @undated]': '(*Tales of the Sea*, 1850; Void, n.d.)',
    },
    works: [
      'Beethoven, L. van. (1801–1803). *Letters* (M. Fox, Trans.). Lighthouse.',
      'Coast Office. (2018, June 4). *State of the coast*. https://example.org/coast',
      'Doe, J. (1999a). *Another storm*. Harbour Press.',
      'Doe, J. (1999b). *The long storm: A study*. Harbour Press.',
      'Doe, J. (2001). *A book by somebody else* (2nd ed.). Harbour Press.',
      'Poe, A. M. (2011). *On waiting* [PhD thesis]. University of the Coast.',
      'Roe, R., & Doe, J. (2005). On Tides and “things”. *Journal of Coasts*, *12*(3), 123–145. https://doi.org/10.1000/182',
      'Smith, J. Q., Wu, L., Abe, K., & Ito, D. (2004). A chapter of its own. In I. Edson (Ed.), *The collection* (pp. 1–20). Lighthouse.',
      '*Tales of the sea*. (1850). Harbour Press.',
      'Void, V. (n.d.). *Undated*. Harbour Press.',
    ],
  },
  'chicago-author-date': {
    cited: {
      '[see @doe99, pp. 33-35; @smith04, chap. 1]': '(see Jane Doe 1999b, 33–35; Smith et al. 2004, chap. 1)',
      '[@doe99b; @doe99; @office18]': '(Jane Doe 1999a, 1999b; Coast Office 2018)',
      '[@doe01; @doe99]': '(John Doe 2001; Jane Doe 1999b)',
      '[@undated; @tales]': '(Void, n.d.; *Tales of the Sea* 1850)',
      '@smith04': 'Smith et al. (2004)',
    },
    works: [
      'Beethoven, Ludwig van. 1801–1803. *Letters*. Translated by Max Fox. Wien: Lighthouse.',
      'Coast Office. 2018. “State of the Coast.” June 4, 2018. https://example.org/coast.',
      'Doe, Jane. 1999a. *Another Storm*. London: Harbour Press.',
      '———. 1999b. *The Long Storm: A Study*. London: Harbour Press.',
      'Doe, John. 2001. *A Book by Somebody Else*. 2nd ed. Paris: Harbour Press.',
      'Poe, Anna Maria. 2011. “On Waiting.” PhD thesis, University of the Coast.',
      'Roe, Richard, and Jane Doe. 2005. “On Tides and ‘Things’.” *Journal of Coasts* 12 (3): 123–45. https://doi.org/10.1000/182.',
      'Smith, John Q., Li Wu, K. Abe, and D. Ito. 2004. “A Chapter of Its Own.” In *The Collection*, edited by Ida Edson, 1–20. Cambridge: Lighthouse.',
      '*Tales of the Sea*. 1850. London: Harbour Press.',
      'Void, Vera. n.d. *Undated*. Harbour Press.',
    ],
  },
  harvard: {
    cited: {
      '[see @doe99, pp. 33-35; @smith04, chap. 1]':
        '(see Doe, 1999b, pp. 33–35; Smith *et al.*, 2004, chap. 1)',
      '[@undated]': '(Void, no date)',
      '@roe05': 'Roe and Doe (2005)',
    },
    works: [
      'Beethoven, L. van (1801–1803) *Letters*. Translated by M. Fox. Wien: Lighthouse.',
      'Coast Office (2018) *State of the coast*. Available at: https://example.org/coast (Accessed: 2 January 2020).',
      'Doe, J. (1999a) *Another storm*. London: Harbour Press.',
      'Doe, J. (1999b) *The long storm: A study*. London: Harbour Press.',
      'Doe, J. (2001) *A book by somebody else*. 2nd edn. Paris: Harbour Press.',
      'Poe, A.M. (2011) *On waiting*. PhD thesis. University of the Coast.',
      'Roe, R. and Doe, J. (2005) “On Tides and ‘things’”, *Journal of Coasts*, 12(3), pp. 123–145. Available at: https://doi.org/10.1000/182.',
      'Smith, J.Q. *et al.* (2004) “A chapter of its own”, in I. Edson (ed.) *The collection*. Cambridge: Lighthouse, pp. 1–20.',
      '*Tales of the sea* (1850). London: Harbour Press.',
      'Void, V. (no date) *Undated*. Harbour Press.',
    ],
  },
  ieee: {
    cited: {
      '[@doe99; @doe99b; @roe05; @office18]': '[1]–[3], [5]',
      '[@doe99, pp. 33-35]': '[1, pp. 33–35]',
      '@smith04': 'Smith et al. [4]',
    },
    works: [
      '[1] J. Doe, *The long storm: A study*. London: Harbour Press, 1999.',
      '[2] J. Doe, *Another storm*. London: Harbour Press, 1999.',
      '[3] R. Roe and J. Doe, “On Tides and ‘things’,” *Journal of Coasts*, vol. 12, no. 3, pp. 123–145, May 2005, doi: 10.1000/182.',
      '[4] J. Q. Smith, L. Wu, K. Abe, and D. Ito, “A chapter of its own,” in *The collection*, I. Edson, Ed. Cambridge: Lighthouse, 2004, pp. 1–20.',
      '[5] Coast Office, “State of the coast,” Jun. 04, 2018. https://example.org/coast (accessed Jan. 02, 2020).',
      '[6] A. M. Poe, “On waiting,” PhD thesis, University of the Coast, 2011.',
      '[7] *Tales of the sea*. London: Harbour Press, 1850.',
      '[8] L. van Beethoven, *Letters*. Wien: Lighthouse, 1801–1803.',
      '[9] V. Void, *Undated*. Harbour Press.',
      '[10] J. Doe, *A book by somebody else*, 2nd ed. Paris: Harbour Press, 2001.',
    ],
  },
  mla: {
    cited: {
      '[@roe05, p. 130; @smith04]': '(Roe and Doe 130; Smith et al.)',
      '[@doe99, p. 3; @doe99b]': '(Jane Doe, *The Long Storm* 3; Jane Doe, *Another Storm*)',
      '[@tales]': '(*Tales of the Sea*)',
      '@roe05': 'Roe and Doe',
    },
    works: [
      'Beethoven, Ludwig van. *Letters*. Translated by Max Fox, Lighthouse, 1801–1803.',
      'Coast Office. *State of the Coast*. 4 June 2018, https://example.org/coast.',
      'Doe, Jane. *Another Storm*. Harbour Press, 1999.',
      '---. *The Long Storm: A Study*. Harbour Press, 1999.',
      'Doe, John. *A Book by Somebody Else*. 2nd ed., Harbour Press, 2001.',
      'Poe, Anna Maria. *On Waiting*. University of the Coast, 2011.',
      'Roe, Richard, and Jane Doe. “On Tides and ‘Things’.” *Journal of Coasts*, vol. 12, no. 3, May 2005, pp. 123–45, https://doi.org/10.1000/182.',
      'Smith, John Q., et al. “A Chapter of Its Own.” *The Collection*, edited by Ida Edson, Lighthouse, 2004, pp. 1–20.',
      '*Tales of the Sea*. Harbour Press, 1850.',
      'Void, Vera. *Undated*. Harbour Press.',
    ],
  },
  vancouver: {
    cited: { '[@doe99; @doe99b; @roe05; @office18]': '(1–3,5)', '@roe05': 'Roe and Doe (3)' },
    works: [
      '1. Doe J. The long storm: A study. London: Harbour Press; 1999.',
      '2. Doe J. Another storm. London: Harbour Press; 1999.',
      '3. Roe R, Doe J. On Tides and “things”. Journal of Coasts. 2005 May;12(3):123–45.',
      '4. Smith JQ, Wu L, Abe K, Ito D. A chapter of its own. In: Edson I, editor. The collection. Cambridge: Lighthouse; 2004. p. 1–20.',
      '5. Coast Office. State of the coast [Internet]. 2018 [cited 2020 Jan 2]. Available from: https://example.org/coast',
      '6. Poe AM. On waiting [PhD thesis]. University of the Coast; 2011.',
      '7. Tales of the sea. London: Harbour Press; 1850.',
      '8. Beethoven L van. Letters. Wien: Lighthouse; 1801–1803.',
      '9. Void V. Undated. Harbour Press;',
      '10. Doe J. A book by somebody else. 2nd ed. Paris: Harbour Press; 2001.',
    ],
  },
};

const ALL = KEYS.map((key) => `@${key}`).join('; ');

describe.each(Object.entries(ROWS))('%s', (csl, { cited, works }) => {
  it.each(Object.entries(cited))('%s', async (written, expected) => {
    const { text, book } = await made(`[${ALL}]\n\nBegin ${written} end.`, { csl });
    expect(text.replace(/^.*Begin /, '')).toBe(`${expected} end.`);
    expect(book.said()).toEqual([]);
  });

  it('lists its works', async () => {
    expect((await made(`[${ALL}]`, { csl })).works).toEqual(works);
  });
});

describe('styles of notes', () => {
  const text = [
    'One [see @doe99, pp. 33-35 and *passim*; also @smith04, chap. 1], and',
    'two [@doe99, p. 40]. Three [@doe99]. Roe says so [-@roe05]! @roe05 says it again.',
    'Own.^[See @roe05 [p. 130], again.]',
  ].join(' ');

  it('tell all of a work at first, and little later', async () => {
    const { text: body, notes } = await made(text, { csl: 'chicago-notes' });
    expect(body).toBe('One,[1] and two.[2] Three.[3] Roe says so![4] Roe and Doe[5] says it again. Own.[6]');
    expect(notes).toEqual([
      'See Jane Doe, *The Long Storm: A Study* (London: Harbour Press, 1999), 33–35 and *passim*; also John Q. Smith et al., “A Chapter of Its Own,” in *The Collection*, ed. Ida Edson (Cambridge: Lighthouse, 2004), chap. 1.',
      'Doe, *The Long Storm*, 40.',
      'Doe, *The Long Storm*.',
      '“On Tides and ‘Things’,” *Journal of Coasts* 12, no. 3 (May 2005): 123–45, https://doi.org/10.1000/182.',
      'Roe and Doe.',
      'See Roe and Doe, 130, again.',
    ]);
  });

  it('are short where the list says all', async () => {
    const { notes } = await made('[@roe05, p. 2]', { csl: 'chicago-short-notes' });
    expect(notes).toEqual(['Roe and Doe, “On Tides and ‘Things’,” 2.']);
  });

  it('take the stop of their sentence into a quotation where the language has it there, and no second one', async () => {
    const two =
      '@article{roe06, author={Roe, Richard and Doe, Jane}, title={More Tides}, journal={J}, year=2006}';
    const again =
      'One [@roe05], two [@roe06].^[See [@roe05].] Three.^[So [@roe06], too.] Four.^[Or [@roe05]: yes!]';
    const notesIn = async (lang: string, bib = BIB) =>
      (await cite(again, `${bib}\n${two}`, { csl: 'chicago-notes', lang })).notes.slice(2);
    expect(await notesIn('en-US')).toEqual([
      'See Roe and Doe, “On Tides and ‘Things.’”',
      'So Roe and Doe, “More Tides,” too.',
      'Or Roe and Doe, “On Tides and ‘Things’”: yes!',
    ]);
    expect((await notesIn('en-GB'))[0]).toMatch(/Things[^.]{2}\.$/);
    const asks = BIB.replace('On {Tides} and "Things"', 'Who Asks?');
    expect((await notesIn('en-US', asks))[0]).toBe('See Roe and Doe, “Who Asks?”');
  });

  it('stand before a stop in languages that have them there', async () => {
    const { text: body } = await made('Un [@doe99], deux [@roe05].', { csl: 'chicago-notes', lang: 'fr' });
    expect(body).toBe('Un[1], deux[2].');
  });

  it('begin anew with every chapter', async () => {
    const { library } = await import('../support/citing.js').then(({ libraryOf }) =>
      libraryOf(BIB, { csl: 'chicago-notes' }),
    );
    const { understand } = await import('../support/chapter.js');
    const book = understand({ 'a.md': '# A\n\nX [@doe99].', 'b.md': '# B\n\nY [@doe99].' }, { library });
    for (const path of ['a.md', 'b.md'])
      expect(book.dress('reflowable', path).html).toContain(
        '</a>, <em>The Long Storm: A Study</em> (London:',
      );
  });
});

describe('languages', () => {
  it.each([
    [
      'de',
      '(siehe Doe 1999, 3; Roe und Doe 2005)',
      '„On Tides and ‚things‘“. *Journal of Coasts* 12 (3): 123–45.',
    ],
    ['fr', '(siehe Doe 1999, 3; Roe et Doe 2005)', '«\u202fOn Tides and “things”\u202f».'],
    ['es', '(siehe Doe 1999, 3; Roe y Doe 2005)', '«On Tides and “things”».'],
    ['it', '(siehe Doe 1999, 3; Roe e Doe 2005)', '«On Tides and “things”».'],
    ['nl', '(siehe Doe 1999, 3; Roe en Doe 2005)', '“On Tides and ‘things’”.'],
    ['pl', '(siehe Doe 1999, 3; Roe i Doe 2005)', '„On Tides and «things»”.'],
    ['ru', '(siehe Doe 1999, 3; Roe и Doe 2005)', '«On Tides and „things“».'],
    ['sv', '(siehe Doe 1999, 3; Roe och Doe 2005)', '”On Tides and ’things’”.'],
  ])('%s has its own words and quotation marks', async (lang, cited, title) => {
    const bib = BIB.replaceAll('On {Tides} and "Things"', 'On Tides and "things"');
    const { text, works } = await cite('[siehe @doe99, p. 3; @roe05]', bib, { lang });
    expect(text).toBe(cited);
    expect(works.join('\n')).toContain(title);
  });
});

it('every style that comes along is tried here', () => {
  expect([...Object.keys(ROWS), 'chicago-notes', 'chicago-short-notes'].sort()).toEqual(
    Object.keys(STYLES).sort(),
  );
});
