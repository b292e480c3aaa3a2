// An edition: the bare text of the book in one file, for a search engine or somebody who counts words.
import { toString as textOf } from 'hast-util-to-string';
import { core, defineConfig, defineEdition } from 'octavo';
import { VFile } from 'vfile';

const epub = core.editions?.find(({ name }) => name === 'epub');
if (!epub) throw new Error('Octavo has no EPUB to take after');

const text = defineEdition({
  // Pages and parts are those of the EPUB; what is bound is not.
  ...epub,
  name: 'text',
  description: 'The bare text',
  matter: [],
  styles: [],
  async bind({ sections, edition }) {
    const value = sections.map(({ tree }) => textOf(tree).trim()).join('\n\n');
    const file = new VFile({ path: 'book.txt', value: new TextEncoder().encode(`${value}\n`) });
    return [{ file, mediaType: 'text/plain', edition }];
  },
});

export default defineConfig({ plugins: [{ name: 'text', editions: [text] }], editions: ['text'] });
