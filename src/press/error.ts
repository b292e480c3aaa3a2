import type { At } from '../model/notice.js';

/**
 * What can go wrong with a browser: there is none · it does not start · it died at work · it took too long · it took too
 * much memory · it would print for ever.
 */
export type PressFailure = 'no-browser' | 'launch-failed' | 'crashed' | 'timeout' | 'memory' | 'pages';

/** The press has failed. It is never tried again in silence: the caller says so and the last good output stands. */
export class PressError extends Error {
  override readonly name = 'PressError';
  readonly reason: PressFailure;
  /** What the user can do about it, where the failure itself knows better than its notice. */
  readonly remedy: string | undefined;
  /** What is the reason, where that is known. */
  readonly at: At | undefined;

  constructor(
    reason: PressFailure,
    message: string,
    options: { remedy?: string | undefined; at?: At | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.reason = reason;
    this.remedy = options.remedy;
    this.at = options.at;
  }
}
