/** A PDF that is not what the press promised: a fault of the program, the browser or a stylesheet, never of what was written. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}
