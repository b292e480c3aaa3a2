import { answerKey as key } from '../matter/answer-key.js';
import { partPage } from '../matter/part-page.js';
import type { HeadKind } from '../model/config.js';
import type { Edition } from '../model/edition.js';
import { facingPages, marginsFor, trimOf } from '../typeset/page-setup.js';

/** All of it is one chapter with a section for each of the book: that is what its heads can say. */
const headOf = (kind: HeadKind): HeadKind => (kind === 'chapter' || kind === 'part' ? 'section' : kind);

/** The solutions alone, on pages like those of the printed book, for who teaches with it. */
export const answerKey: Edition = {
  name: 'answer-key',
  description: 'PDF of the solutions alone, chapter by chapter, on pages like those of the printed book',
  medium: 'paged',
  shows: 'all',
  images: { formats: ['svg', 'jpeg', 'png'], quality: 92, density: 350, leastDensity: 150 },
  matter: [],
  styles: ['print', 'answer-key'],
  key,
  part: partPage,
  page(config, tokens) {
    const size = trimOf(config, 'answer-key', 'print');
    const pages = facingPages(config, size, marginsFor(tokens, size));
    return { ...pages, heads: { verso: headOf(pages.heads.verso), recto: headOf(pages.heads.recto) } };
  },
  async bind(rendition, tools) {
    const { bindAnswerKey } = await import('../binding/answer-key.js');
    return bindAnswerKey(rendition, tools);
  },
};
