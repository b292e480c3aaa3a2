import type { Artifact } from '../model/artifact.js';
import type { Tools } from '../model/edition.js';
import type { PrintedPages } from '../model/page-break.js';
import type { Rendition } from '../model/rendition.js';
import type { Settled } from '../press/layout/job.js';
import { bindPages } from './paged.js';
import { bindSheets } from './sheets.js';

/**
 * Sets a book on pages, prints it once, finishes the PDF and holds every page number against it; and puts its pages on the sheets
 * that are wanted of them.
 * @param printed told where its pages begin, if they are those that other editions point at
 */
export async function bindBook(
  rendition: Rendition,
  path: string,
  tools: Tools,
  printed?: PrintedPages,
): Promise<Artifact[]> {
  const [size] = rendition.page.sizes;
  if (!size) throw new Error(`The edition ${rendition.edition} has no page size`);
  tools.progress(`${rendition.edition}: laying out`);
  const printing = ({ pagination, breaks, places }: Settled): void => {
    tools.progress(`${rendition.edition}: printing ${pagination.pages.length} pages`);
    const label = (page: number): string => pagination.pages[page]?.label ?? '';
    const multiple = rendition.options.multipleOf ?? 1;
    const pages = Math.ceil(pagination.pages.length / multiple) * multiple;
    printed?.tell({ pages, breaks, folios: new Map([...places].map(([id, page]) => [id, label(page)])) });
  };
  const { artifact, settled } = await bindPages(
    rendition,
    {
      sections: rendition.sections,
      size,
      path,
      foot: '',
      folios: true,
      breaks: printed?.wanted,
      fillable: rendition.options.fillable,
      printing,
    },
    tools,
  );
  const bound = { artifact, written: settled.pagination.pages.length };
  return [artifact, ...(await bindSheets(async () => [bound], rendition, tools))];
}
