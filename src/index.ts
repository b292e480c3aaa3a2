/**
 * Octavo as a library: `import { build } from 'octavo'`.
 * @module
 */
/** With it, `visit(tree, 'leafDirective', …)` knows its nodes. */
export type { Directives } from 'mdast-util-directive';
export { type BuildResult, build, type CheckResult, check } from './build.js';
export { core } from './core.js';
export {
  type BookConfig,
  defineConfig,
  defineConstruct,
  defineEdition,
  definePlugin,
  defineRule,
  defineTheme,
} from './define.js';
export type { Manifest, ManifestEntry } from './manifest.js';
export type { Artifact } from './model/artifact.js';
export type { Book, Chapter, Heading } from './model/book.js';
export type { ResolvedConfig } from './model/config.js';
export type { Construct, Transform } from './model/construct.js';
export type { Darkroom, ImageNeeds, ImageTarget, Plate } from './model/darkroom.js';
export type { Bench, Edition, MatterPage, Tools } from './model/edition.js';
export type { Metadata } from './model/metadata.js';
export type { At, FileMend, Mend, Notice, Say, Severity } from './model/notice.js';
export type { Plugin } from './model/plugin.js';
export type { OpenSheet, Press, Sheet } from './model/press.js';
export type { Medium, Rendition, Section } from './model/rendition.js';
export type { Rule } from './model/rule.js';
export type { ChapterStatistics } from './model/statistics.js';
export type { Theme } from './model/theme.js';
export type { Workshop } from './model/workshop.js';
export { type MessageRecord, toRecord } from './report/json.js';
export { pretty } from './report/pretty.js';
export type { BuildRequest, World } from './request.js';
export { type MemoryWorkshop, memoryWorkshop } from './workshop/memory.js';
export { type RealWorld, thisWorld } from './world.js';
