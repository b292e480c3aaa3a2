import { h } from 'hastscript';
import { VFile } from 'vfile';
import { handoutNames, handoutPath, packPath } from '../book/handouts.js';
import { madeSection } from '../matter/section.js';
import type { Artifact } from '../model/artifact.js';
import type { TrimSize } from '../model/config.js';
import type { Tools } from '../model/edition.js';
import type { PagePicture } from '../model/handout.js';
import type { OpenSheet } from '../model/press.js';
import type { Rendition, Section } from '../model/rendition.js';
import type { BookletOptions, NUpOptions } from '../model/sheets.js';
import { textBlock } from '../press/layout/geometry.js';
import type { Settled } from '../press/layout/job.js';
import { listLine } from '../typeset/lists.js';
import { foliosIn, pictureOfPage } from './handout-facts.js';
import { placeIn } from './layout-reports.js';
import { handoutFits } from './notices.js';
import { bindPages, type Job } from './paged.js';
import { type Bound, bindSheets } from './sheets.js';

/** By how much a handout is made smaller that asks for it, until it fits: never so much that its letters are hard to read. */
const SCALES = [1, 0.95, 0.9, 0.85, 0.8];

/** One PDF for each handout and paper, and one pack of all of them for each paper. */
export async function bindHandouts(rendition: Rendition, tools: Tools): Promise<Artifact[]> {
  const { metadata, sections } = rendition;
  if (!sections.length) return [];
  const foot = [metadata.title, metadata.url?.replace(/^https?:\/\/|\/$/g, '')].filter(Boolean).join(' · ');
  const artifacts: Artifact[] = [];
  const names = handoutNames(sections, metadata.slug);
  const packs: Pack[] = [];
  const pictures = new Map<string, PagePicture>();
  /** What a handout is too long by, on each paper that it does not fit. */
  const tooLong = new Map<Section, TooLong[]>();
  for (const paper of rendition.page.sizes) {
    tools.progress(`handouts: ${sections.length} on ${paper.name}`);
    const scales = new Map<string, number>();
    for (const section of sections) {
      const path = handoutPath(names.get(section.id) ?? section.id, paper);
      const size = turned(paper, section);
      const { fillable } = rendition.options;
      const isFirst = paper === rendition.page.sizes[0];
      const printed = async (sheet: OpenSheet, settled: Settled): Promise<void> => {
        if (isFirst && tools.handouts.pictured.has(section.id))
          pictures.set(section.id, await pictureOfPage(sheet, size, foot, settled, tools));
      };
      const job = { sections: [section], size, path, title: section.title, foot, fillable, printed };
      const { artifact, scale, fault } = await bindFitting(rendition, section, job, tools);
      artifacts.push(artifact);
      scales.set(section.id, scale);
      if (fault) tooLong.set(section, [...(tooLong.get(section) ?? []), { paper: paper.name, ...fault }]);
    }
    // Paper of both orientations in one file is what printers stop at.
    for (const orientation of ['portrait', 'landscape'] as const) {
      const own = sections.filter((section) => (section.orientation ?? 'portrait') === orientation);
      if (!own.length) continue;
      const path = packPath(metadata.slug, paper, orientation);
      const size = turned(paper, { orientation });
      const bound = async (all: readonly Section[]): Promise<Bound & { settled: Settled }> => {
        const job = { sections: all, size, path, foot, folios: false, scales };
        const { artifact, settled } = await bindPages(rendition, job, tools);
        return { artifact, settled, written: settled.pagination.pages.length };
      };
      const isListed = own.length > 1;
      const pack = await bound(isListed ? [contentsOf(rendition, own), ...own] : own);
      artifacts.push(pack.artifact);
      const unlisted = async (): Promise<Bound> => (isListed ? await bound(own) : pack);
      packs.push({ ...pack, paper: paper.name, sections: own, unlisted });
    }
  }
  tools.handouts.tell({ artifacts: [...artifacts], pictures, folios: foliosIn(packs) });
  const on = (name: string | undefined): Pack[] => packs.filter(({ paper }) => paper === name);
  // Of the packs that are on the same paper, if there are any: upright ones, and those that lie on their side.
  const packsFor = async (options: BookletOptions | NUpOptions): Promise<Bound[]> => {
    const same = on(options.paper.name);
    const wanted = same.length ? same : on(packs[0]?.paper);
    if (!('pages' in options)) return wanted;
    const unlisted: Bound[] = [];
    for (const pack of wanted) unlisted.push(await pack.unlisted());
    return unlisted;
  };
  artifacts.push(...(await bindSheets(packsFor, rendition, tools)));
  for (const [section, papers] of tooLong)
    tools.ledger.say(
      handoutFits,
      { papers, allowed: section.pages ?? 1, shrunk: section.fit === 'shrink' },
      placeIn([section], section.id, earliest(papers)) ?? {
        file: new VFile({ path: `handouts/${names.get(section.id)}` }),
      },
    );
  return artifacts;
}

/** All handouts that lie alike on one paper. */
interface Pack extends Bound {
  readonly paper: string;
  readonly sections: readonly Section[];
  readonly settled: Settled;
  /**
   * The same without its contents. A booklet opens with them; several pages to a side are there to be cut, and one before the first
   * front would put every back in front. It is set anew, for what has backs of its own is to open on a front, wherever it stands.
   */
  unlisted(): Promise<Bound>;
}

/** What a handout is too long by on one paper. */
interface TooLong {
  readonly paper: string;
  readonly pages: number;
  /** In millimetres. */
  readonly over: number;
  /** Whether a table in it has no room on the upright sheet, and is turned. */
  readonly turned: boolean;
  /** `line:column` of the first block that stands beyond the pages that it may take. */
  readonly at: string;
}

/** Where a handout goes beyond its pages first: on another paper it may be further down. */
function earliest(papers: readonly TooLong[]): string {
  const lineOf = ({ at }: TooLong): number => Number(at.split(':')[0]) || Number.POSITIVE_INFINITY;
  return papers.reduce((first, one) => (lineOf(one) < lineOf(first) ? one : first)).at;
}

/** Paper as a handout lies on it. */
function turned(paper: TrimSize, { orientation }: Pick<Section, 'orientation'>): TrimSize {
  return orientation === 'landscape' ? { ...paper, width: paper.height, height: paper.width } : paper;
}

/** One handout, as large as it is written or, if it asks for that, so much smaller that it fits on its pages. */
async function bindFitting(
  rendition: Rendition,
  section: Section,
  job: Omit<Job, 'folios' | 'scales'>,
  tools: Tools,
): Promise<{ artifact: Artifact; scale: number; fault?: Omit<TooLong, 'paper'> }> {
  const allowed = section.pages ?? 1;
  const scales = section.fit === 'shrink' ? SCALES : [1];
  // Empty pages fill up a pack; behind a single sheet they would be empty paper.
  const alone = { ...rendition, options: { ...rendition.options, multipleOf: undefined } };
  for (const scale of scales) {
    const own = { ...job, folios: false, scales: new Map([[section.id, scale]]) };
    const { artifact, settled } = await bindPages(alone, own, tools);
    const pages = artifact.pages ?? 0;
    if (pages <= allowed) return { artifact, scale };
    if (scale !== scales.at(-1)) continue;
    const { height } = textBlock(job.size, rendition.page.margins);
    const over = (pages - allowed - 1) * height + (settled.extents.get(section.id) ?? 0);
    const at = settled.blocks.get(section.id)?.[allowed] ?? '';
    const isTurned = section.orientation !== 'landscape' && settled.turned.has(section.id);
    return { artifact, scale, fault: { pages, over: Math.ceil((over / 96) * 25.4), turned: isTurned, at } };
  }
  throw new Error('a handout is bound in some size');
}

/** The first page of a pack: what is in it, and where. */
function contentsOf({ metadata, words }: Rendition, sections: readonly Section[]): Section {
  const title = words.handouts;
  const lines = sections.map((section) => h('li', [listLine(headingIn(section), section.title)]));
  return madeSection({ metadata }, 'toc', 'front', title, [
    h('h1', { id: 'octavo-toc--title' }, title),
    h('ol', lines),
  ]);
}

/** The id of the heading that a handout opens with. */
function headingIn({ id, tree }: Section): string {
  const heading = tree.children.find((node) => node.type === 'element' && node.tagName === 'h1');
  return heading?.type === 'element' && heading.properties.id ? String(heading.properties.id) : id;
}
