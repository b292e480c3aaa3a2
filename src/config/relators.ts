import { guess } from './guess.js';

/** Codes of those who make a book, by their English names in the MARC Code List for Relators, in small letters. */
const CODES: Readonly<Record<string, string>> = {
  artist: 'art',
  author: 'aut',
  'author of afterword': 'aft',
  'author of introduction': 'aui',
  'book designer': 'bkd',
  compiler: 'com',
  composer: 'cmp',
  contributor: 'ctb',
  'cover designer': 'cov',
  designer: 'dsr',
  editor: 'edt',
  illustrator: 'ill',
  musician: 'mus',
  narrator: 'nrt',
  photographer: 'pht',
  proofreader: 'pfr',
  publisher: 'pbl',
  'thesis advisor': 'ths',
  translator: 'trl',
  typographer: 'tyg',
};

/** The code of a relator, which may be written by its name. */
export function relatorCode(role: string): string {
  const name = role.toLowerCase();
  return (Object.hasOwn(CODES, name) && CODES[name]) || name;
}

/** What a relator must be that is neither a code nor a name. */
export function relatorFault(role: string): string {
  const meant = guess(role, Object.keys(CODES));
  return `must be a MARC relator, as edt, ill, trl or translator${meant ? `; did you mean “${relatorCode(meant)}”, ${meant}?` : ''}`;
}
