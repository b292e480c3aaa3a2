import { type PDFContext, PDFDict, PDFName } from '@cantoo/pdf-lib';

/** The standard structure types, ISO 32000-1, 14.8.4. */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP ' +
    'Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** What Chromium takes from PDF 2.0, in words that PDF 1.7 has. */
const MEANING: Readonly<Record<string, string>> = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Aside: 'Div',
  DocumentFragment: 'Div',
  Title: 'P',
  FENote: 'Note',
};

/** Maps each role that is no standard one to the nearest that is (Matterhorn 02-001), or to one that says nothing. */
export function mapRoles(context: PDFContext, root: PDFDict, roles: ReadonlySet<string>): void {
  const own = [...roles].filter((role) => !STANDARD.has(role)).sort();
  if (own.length === 0) return;
  const map = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict) ?? context.obj({});
  for (const role of own) {
    const name = PDFName.of(role);
    if (!map.has(name)) map.set(name, PDFName.of(MEANING[role] ?? 'NonStruct'));
  }
  root.set(PDFName.of('RoleMap'), map);
}
