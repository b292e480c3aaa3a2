import { z } from 'zod';
import { line, path, role } from './values.js';

const file = z.strictObject({ file: path, title: line.optional(), role: role.optional() });
const chapter = z.union([path.transform((file) => ({ file })), file], {
  error: 'must be a file name, or {file, title, role}',
});
const part = z.strictObject({
  part: line,
  file: path.optional(),
  chapters: z.array(chapter, {
    error: 'must be the list of its files, right below “part:” and without a hyphen before it',
  }),
});
const entry = z.union([path.transform((file) => ({ file })), part, file], {
  error: 'must be a file name, {file, title, role} or {part, chapters}',
});
export type ContentsEntry = z.infer<typeof entry>;
const entries = z.array(entry, { error: 'must be a list of files and parts' });
const files = z.array(chapter, { error: 'must be a list of files' });
/** `contents:` of `book.yaml`: a list of files and parts, or one for the front, the body and the back. */
export const contents = z
  .union(
    [
      entries.transform((body) => ({ front: undefined, body, back: undefined })),
      z.strictObject({
        front: files.optional(),
        body: entries.optional(),
        back: files.optional(),
      }),
    ],
    {
      error: 'must be a list of files and parts, or {front, body, back}',
    },
  )
  .refine(({ front, body, back }) => front?.length || body?.length || back?.length, {
    error: 'must name at least one file',
  });
