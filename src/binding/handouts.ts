import { VFile } from 'vfile';
import type { Artifact } from '../model/artifact.js';
import type { Tools } from '../model/edition.js';
import type { Rendition } from '../model/rendition.js';
import { handoutFits } from './notices.js';
import { bindPages } from './paged.js';

/** One PDF for each handout and paper, and one pack of all of them for each paper. */
export async function bindHandouts(rendition: Rendition, tools: Tools): Promise<Artifact[]> {
  const { metadata, sections } = rendition;
  if (!sections.length) return [];
  const foot = [metadata.title, metadata.url?.replace(/^https?:\/\/|\/$/g, '')].filter(Boolean).join(' · ');
  const artifacts: Artifact[] = [];
  for (const size of rendition.page.sizes) {
    tools.progress(`handouts: ${sections.length} on ${size.name}`);
    for (const section of sections) {
      const path = `handouts/${section.file?.stem ?? section.id}-${size.name}.pdf`;
      const { artifact } = await bindPages(
        rendition,
        { sections: [section], size, path, title: section.title, foot, folios: false },
        tools,
      );
      const allowed = section.pages ?? 1;
      if ((artifact.pages ?? 0) > allowed)
        tools.ledger.say(
          handoutFits,
          { pages: artifact.pages ?? 0, allowed, paper: size.name },
          { file: section.file ?? new VFile({ path }), node: { line: 1, column: 1 } },
        );
      artifacts.push(artifact);
    }
    const path = `handouts/${metadata.slug}-handouts-${size.name}.pdf`;
    const { artifact } = await bindPages(rendition, { sections, size, path, foot, folios: false }, tools);
    artifacts.push(artifact);
  }
  return artifacts;
}
