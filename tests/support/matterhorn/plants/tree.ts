import { PDFArray, PDFBool, PDFDict, PDFNumber } from '@cantoo/pdf-lib';
import { dictAt, listAt, numberAt } from '../objects.js';
import {
  addElement,
  addKid,
  addResource,
  type Change,
  document,
  element,
  identify,
  linkPage,
  name,
  type Plant,
  paint,
  parentsOf,
  rewrite,
  root,
  text,
  textPage,
} from './tools.js';

/** Nothing is wrong with these: what the plants put in is not what is found. */
export const SOUND: readonly Change[] = [
  [
    'a mark with more properties',
    (file) =>
      rewrite(file, textPage(file), (old) =>
        old.replace(/<<(?=\/MCID \d+ ?>> ?BDC)/, '<</Checked true /Box [0 /MCID 77] /More <</MCID 77>>'),
      ),
  ],
  [
    'a mark whose properties are with the resources',
    (file) => {
      const page = textPage(file);
      const mark = file.context.obj({ MCID: 0 });
      const known = addResource(file, page, 'Properties', mark);
      rewrite(file, page, (old) => old.replace(/<<\/MCID 0 ?>> ?BDC/, `/${known} BDC`));
    },
  ],
];

/** Faults, each by itself. */
export const PLANTS: readonly Plant[] = [
  // Without it nothing is tagged, neither content nor links.
  ['01-005 28-011 tree-mark tree-root', 'no tree', (file) => file.catalog.delete(name('StructTreeRoot'))],
  [
    'tree-marked',
    'a file that says that it is not tagged',
    (file) => dictAt(file.catalog, 'MarkInfo')?.set(name('Marked'), PDFBool.False),
  ],
  [
    'tree-mark',
    'a mark whose way leads elsewhere',
    (file) => {
      const list = file.context.lookup(
        parentsOf(file).get(numberAt(textPage(file).node, 'StructParents') ?? -1),
        PDFArray,
      );
      list.set(0, document(file).ref);
    },
  ],
  ['tree-page', 'a page without ways', (file) => textPage(file).node.delete(name('StructParents'))],
  [
    'tree-twice',
    'a mark of two elements',
    (file) =>
      addKid(
        file,
        addElement(file, document(file), 'P'),
        file.context.obj({ Type: 'MCR', Pg: textPage(file).ref, MCID: 0 }),
      ),
  ],
  [
    'tree-lost',
    'a mark that is nowhere',
    (file) =>
      addKid(file, element(file, 'P'), file.context.obj({ Type: 'MCR', Pg: textPage(file).ref, MCID: 4711 })),
  ],
  [
    'tree-lost',
    'a link that is on no page',
    (file) => {
      const list = linkPage(file).node.lookup(name('Annots'), PDFArray);
      list.remove(0);
    },
  ],
  [
    'tree-twice',
    'a link of two elements',
    (file) => {
      const { node, ref } = linkPage(file);
      const link = node.lookup(name('Annots'), PDFArray).get(0);
      const kid = file.context.obj({ Type: 'OBJR', Obj: link, Pg: ref });
      addElement(file, document(file), 'Link', { K: [kid] });
    },
  ],
  [
    'tree-order',
    'an identifier before those that it belongs behind',
    (file) => identify(file, element(file, 'P'), '!'),
  ],
  [
    'tree-order',
    'limits that are too narrow',
    (file) => {
      const [last] = [...parentsOf(file).keys()].slice(-1);
      const pairs = [...parentsOf(file)].flat();
      const kids = [{ Nums: pairs, Limits: [0, (last ?? 0) - 1] }];
      root(file).set(name('ParentTree'), file.context.obj({ Kids: kids }));
    },
  ],
  [
    'tree-lost',
    'a mark of no page',
    (file) => addKid(file, addElement(file, document(file), 'P'), PDFNumber.of(0)),
  ],
  [
    'tree-repeated',
    'two marks of one number',
    (file) => paint(file, textPage(file), '/P <</MCID 0>> BDC 0 0 1 1 re f EMC', false),
  ],
  [
    'tree-object',
    'a link that does not know its element',
    (file) => {
      const [link] = listAt(linkPage(file).node, 'Annots');
      if (link instanceof PDFDict) link.delete(name('StructParent'));
    },
  ],
  [
    'tree-parent',
    'an element that says that it is elsewhere',
    (file) => element(file, 'TD').dict.set(name('P'), document(file).ref),
  ],
  [
    'tree-parent',
    'an element that is in two places',
    (file) => addKid(file, document(file), element(file, 'Figure').ref),
  ],
  [
    'tree-id',
    'an identifier that is not found',
    (file) => element(file, 'P').dict.set(name('ID'), text('lost')),
  ],
  [
    'tree-id',
    'an identifier of two elements',
    (file) => {
      for (const index of [0, 1]) identify(file, element(file, 'P', index), 'same');
    },
  ],
  ['tree-balance', 'an end without a beginning', (file) => paint(file, textPage(file), 'EMC', false)],
  [
    'tree-balance',
    'a beginning without an end',
    (file) => paint(file, textPage(file), '/Artifact BMC', false),
  ],
  [
    'tree-balance',
    'a mark that ends in the middle of a text',
    (file) => paint(file, textPage(file), '/Artifact BMC BT EMC ET', false),
  ],
];
