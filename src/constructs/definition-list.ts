import { defListHastHandlers, remarkDefinitionList } from 'remark-definition-list';
import type { Construct } from '../model/construct.js';

/** Terms and what they mean, as in Pandoc: a line with the term, and below it lines that begin with `: `. */
export const definitionList: Construct = {
  name: 'definition-list',
  sample: 'Recto\n: The right-hand page.\n\nVerso\n: The left-hand page.\n: Back of the leaf.\n',
  syntax: remarkDefinitionList,
  handlers: defListHastHandlers,
};
