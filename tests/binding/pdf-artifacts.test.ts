import { expect, test } from 'vitest';
import { markArtifacts } from '../../src/binding/pdf-artifacts.js';

function mark(content: string, paints: (name: string) => boolean = () => true) {
  const marked = markArtifacts(Buffer.from(content, 'latin1'), paints);
  return { ...marked, content: Buffer.from(marked.content).toString('latin1') };
}

const wrapped = (content: string) => `/Artifact BMC\n${content}\nEMC`;

test.each([
  ['a filled path, from its first point', 'q 1 0 0 rg §0 0 9 9 re f*§ Q'],
  ['a text object, whole', 'q §BT /F1 9 Tf (Folio) Tj ET§ Q'],
  ['an image', 'q §/X1 Do§ Q'],
  ['a shading', '§/S1 sh§'],
  ['text whose spelling is given', '§BT /Span <</ActualText (fi)>> BDC <01> Tj EMC ET§'],
  ['what follows tagged text', '/P <</MCID 0>>BDC BT (a) Tj ET EMC §0 0 m 9 9 l S§'],
  ['only the untagged part of a text object', 'BT /P <</MCID 0>>BDC (a) Tj EMC §[(b) -20 (c)] TJ§ ET'],
  ['a string with signs of its own', '§BT (\\) EMC ( BDC ) \\\\) Tj ET§'],
  ['a hexadecimal string', '§BT <4D43> Tj ET§'],
  ['an inline image whose data hold an end', '§BI /W 9 /H 9 ID \x00 EI \x01\xff EMC ( \x02\nEI§ Q'],
  ['what stands beside a comment', '% EMC (\n§0 0 9 9 re f§'],
])('marks %s', (_, content) => {
  const [head = '', body = '', tail = ''] = content.split('§');
  const marked = mark(content.replaceAll('§', ''));
  expect(marked).toEqual({ content: head + wrapped(body) + tail, artifacts: 1, open: 0 });
});

test.each([
  ['tagged text', '/P <</MCID 0 >>BDC BT (a) Tj ET 0 0 9 9 re f EMC'],
  ['an artifact', '/Artifact <</Type /Pagination>> BDC BT (1) Tj ET EMC /Artifact BMC /X1 Do EMC'],
  ['a clip', '0 0 9 9 re W* n'],
  ['an empty text object', 'BT /F1 9 Tf ET'],
  ['a dictionary that names an operator', '/P <</MCID 1 /Alt (f S Do)>> BDC EMC true false null d0'],
  ['text whose properties are named', '/P /MC0 BDC BT (a) Tj ET EMC'],
])('leaves %s alone', (_, content) => {
  const bytes = Buffer.from(content, 'latin1');
  expect(markArtifacts(bytes, () => true).content).toBe(bytes);
});

test('asks about a drawing, by its name', () => {
  const asked: string[] = [];
  const marked = mark('/X12 Do /P <</MCID 0>>BDC /X13 Do EMC', (name) => asked.push(name) === 0);
  expect(asked).toEqual(['X12']);
  expect(marked.artifacts).toBe(0);
});

test('tells how many sequences are open', () => {
  expect(mark('/P <</MCID 0>> BDC BT (a) Tj ET').open).toBe(1);
  expect(mark('EMC').open).toBe(1);
});
