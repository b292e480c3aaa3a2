import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { checkAnnotations } from './matterhorn/annotations.js';
import { Content } from './matterhorn/content.js';
import { checkDocument, checkEncryption } from './matterhorn/document.js';
import { checkElements } from './matterhorn/elements.js';
import { Fonts } from './matterhorn/fonts.js';
import { checkLanguages } from './matterhorn/language.js';
import { checkMetadata } from './matterhorn/metadata.js';
import { checkNesting } from './matterhorn/nesting.js';
import { type Failure, Report } from './matterhorn/report.js';
import { checkRoles } from './matterhorn/roles.js';
import { Structure } from './matterhorn/structure.js';
import { checkTree } from './matterhorn/tree.js';

export type { Failure };

/**
 * Checks a file against the failure conditions of PDF/UA-1 that a program can decide (the Matterhorn Protocol 1.02, for
 * ISO 14289-1), and the soundness of its structure tree (ISO 32000-1, 14.7) under names that begin with `tree-`. It has
 * nothing in common with what writes the files, and knows only what the standards say. Each condition is told a few times.
 *
 * Not looked at, for no file of ours has any: the programs of Type 1 and CFF fonts (31-012 and 31-013; of them only that
 * they are embedded and can be read out), the glyphs of fonts whose CMap is one of those that a reader brings along, and
 * the cmaps of simple TrueType fonts (31-017 to 31-026). Nor is a file looked into that is encrypted: it fails, or throws
 * if its encryption is right.
 */
export async function matterhorn(bytes: Uint8Array): Promise<Failure[]> {
  const file = await PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
    preserveXFA: true,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const report = new Report();
  checkEncryption(file, report);
  if (report.failures.length > 0) return report.failures;
  if (file.isEncrypted) throw new Error('the file is encrypted, and cannot be looked into');
  const tree = new Structure(file, report);
  const fonts = new Fonts(report);
  const content = new Content(file, tree, fonts, report);
  checkDocument(file, report);
  checkMetadata(file, report);
  checkRoles(tree, report);
  checkLanguages(file, tree, report);
  content.readPages();
  checkAnnotations(file, tree, content, report);
  // Marks know what they hold, and fonts what is shown, only behind the content.
  checkTree(file, tree, report);
  checkNesting(tree, report);
  checkElements(file, tree, report);
  fonts.check(file);
  return report.failures;
}
