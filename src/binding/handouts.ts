import { VFile } from 'vfile';
import { fileName } from '../config/identity.js';
import type { Artifact } from '../model/artifact.js';
import type { Tools } from '../model/edition.js';
import type { Rendition, Section } from '../model/rendition.js';
import { handoutFits } from './notices.js';
import { bindPages } from './paged.js';
import { bindSheets } from './sheets.js';

/** One PDF for each handout and paper, and one pack of all of them for each paper. */
export async function bindHandouts(rendition: Rendition, tools: Tools): Promise<Artifact[]> {
  const { metadata, sections } = rendition;
  if (!sections.length) return [];
  const foot = [metadata.title, metadata.url?.replace(/^https?:\/\/|\/$/g, '')].filter(Boolean).join(' · ');
  const artifacts: Artifact[] = [];
  const names = namesOf(rendition);
  const packs = new Map<string, Artifact>();
  /** How many pages a handout takes on each paper that it does not fit. */
  const tooLong = new Map<Section, { paper: string; pages: number }[]>();
  for (const size of rendition.page.sizes) {
    tools.progress(`handouts: ${sections.length} on ${size.name}`);
    for (const section of sections) {
      const path = `handouts/${names.get(section)}-${size.name}.pdf`;
      const { artifact } = await bindPages(
        rendition,
        { sections: [section], size, path, title: section.title, foot, folios: false },
        tools,
      );
      const pages = artifact.pages ?? 0;
      if (pages > (section.pages ?? 1))
        tooLong.set(section, [...(tooLong.get(section) ?? []), { paper: size.name, pages }]);
      artifacts.push(artifact);
    }
    const path = `handouts/${metadata.slug}-handouts-${size.name}.pdf`;
    const { artifact } = await bindPages(rendition, { sections, size, path, foot, folios: false }, tools);
    artifacts.push(artifact);
    packs.set(size.name, artifact);
  }
  // Of the pack that is on the same paper, if there is one.
  artifacts.push(
    ...(await bindSheets(({ name }) => packs.get(name) ?? [...packs.values()][0], rendition, tools)),
  );
  for (const [section, papers] of tooLong)
    tools.ledger.say(
      handoutFits,
      { papers, allowed: section.pages ?? 1 },
      {
        file: section.file ?? new VFile({ path: `handouts/${names.get(section)}` }),
        node: { line: 1, column: 1 },
      },
    );
  return artifacts;
}

/** Names that every system takes for a file, as their authors wrote them. */
const PLAIN = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._-]{0,59}$/u;

/**
 * What each handout is called: as its file, where that is a name for every system, and no two alike, even to a system that
 * takes capitals for small letters. `a.md` and `deep/a.md` become `a` and `a-2`.
 */
function namesOf({ metadata, sections }: Rendition): Map<Section, string> {
  const taken = new Set([`${metadata.slug}-handouts`]);
  return new Map(
    sections.map((section) => {
      const stem = section.file?.stem ?? section.id;
      const wish = PLAIN.test(stem) ? stem : fileName(stem);
      let name = wish;
      for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wish}-${count}`;
      taken.add(name.toLowerCase());
      return [section, name];
    }),
  );
}
