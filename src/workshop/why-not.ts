/** Why the system refuses to write, by the code of its error. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the system does not allow it',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EFBIG: 'no file may be as large',
  EDQUOT: 'your share of the disk is used up',
  ENOTDIR: 'there is a file where a folder should be',
  EEXIST: 'there is a file where a folder should be',
  EISDIR: 'there is a folder where a file should be',
  ENOENT: 'the system lets nothing be made there',
  ENAMETOOLONG: 'a name in it is longer than the system takes',
};

/** Why something could not be written, in words; what the system says, where it says something rare. */
export function whyNot(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
