import { describe, expect, it } from 'vitest';
import { judged } from '../support/judged.js';

/*
 * <!-- octavo-allow id: reason -->: what an author wants to hear no more of.
 */
const DOUBLED = 'He said the the end.';

describe('an allowance', () => {
  it.each([
    ['above the block', `<!-- octavo-allow words-stand-once: so he said -->\n\n${DOUBLED}`],
    ['above it without a blank line', `<!-- octavo-allow words-stand-once: so he said -->\n${DOUBLED}`],
    ['inside the paragraph', `He said the the end. <!-- octavo-allow words-stand-once: so he said -->`],
    ['inside emphasis', `*He said the the end. <!-- octavo-allow words-stand-once: so he said -->*`],
    ['over a list', `<!-- octavo-allow words-stand-once: so he said -->\n\n- a\n- ${DOUBLED}`],
    ['inside a list', `- a\n\n  <!-- octavo-allow words-stand-once: so he said -->\n\n  ${DOUBLED}`],
    ['for the file, at its end', `${DOUBLED}\n\n<!-- octavo-allow-in-file words-stand-once: so he said -->`],
    [
      'of two kinds',
      `<!-- octavo-allow words-stand-once, spaces-single: so he said -->\n\nHe  said the the end.`,
    ],
    ['over lines', `<!-- octavo-allow words-stand-once:\nso he said -->\n\n${DOUBLED}`],
  ])('hushes a warning: %s', async (_, text) => {
    expect(await judged(`# One\n\n${text}\n`)).toEqual([]);
  });

  it('hushes nothing else: another message, another block', async () => {
    const comment = '<!-- octavo-allow words-stand-once: so he said -->';
    expect(await judged(`# One\n\n${comment}\n\nHe  said the the end.\n\n${DOUBLED}\n`)).toEqual([
      'spaces-single 5:3',
      'words-stand-once 7:9',
    ]);
  });

  it('of something that is not there is told of', async () => {
    expect(await judged('# One\n\n<!-- octavo-allow words-stand-once: so he said -->\n\nThe end.\n')).toEqual(
      ['allowance-used 3:1'],
    );
    expect(
      await judged('# One\n\nThe end.\n\n<!-- octavo-allow words-stand-once: below is nothing -->\n'),
    ).toEqual(['allowance-used 5:1']);
  });

  it('of what pages are told of when they are made may wait', async () => {
    expect(await judged('# One\n\n<!-- octavo-allow fits-page: it is a poster -->\n\nThe end.\n')).toEqual(
      [],
    );
  });

  it.each([
    'octavo-allow words-stand-once',
    'octavo-allow words-stand-once:',
    'octavo-allow : because',
    'octavo-allow',
  ])('without an id or a reason is not heeded: %s', async (comment) => {
    expect(await judged(`# One\n\n<!-- ${comment} -->\n\n${DOUBLED}\n`)).toEqual([
      'allowance-reasoned 3:1',
      'words-stand-once 5:9',
    ]);
  });

  it('with a mistyped id is told of, with what was meant', async () => {
    expect(
      await judged(`# One\n\n<!-- octavo-allow word-stand-once: so he said -->\n\n${DOUBLED}\n`),
    ).toEqual(['allowance-known 3:1', 'words-stand-once 5:9']);
  });

  it('does not hush an error', async () => {
    expect(
      await judged('# One\n\n<!-- octavo-allow image-exists: it comes later -->\n\n![A disc](no.png)\n'),
    ).toEqual(['image-exists 5:1']);
  });

  it('is no part of the text', async () => {
    expect(await judged('# One\n\n`<!-- octavo-allow nothing: x -->`\n')).toEqual([]);
  });
});
