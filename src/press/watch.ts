import { PressError, type PressFailure } from './error.js';

/** As much of a browser as has to be watched. */
export interface Watched {
  readonly connected: boolean;
  process(): { kill(signal: 'SIGKILL'): boolean } | null;
  once(event: 'disconnected', listener: () => void): unknown;
}

export interface Watch {
  /** Rejects when the browser cannot go on. */
  readonly lost: Promise<never>;
  fail(reason: PressFailure, message: string): void;
  /** Waits for one piece of work, `what` says which, for messages. */
  over<T>(what: string, work: Promise<T>): Promise<T>;
}

/** Sees to it that every operation ends: done, or failed with the reason why the browser cannot go on. */
export function watchOver(browser: Watched, limit: number): Watch {
  let fail: (reason: PressFailure, message: string) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    fail = (reason, message) => reject(new PressError(reason, message));
  });
  lost.catch(() => undefined);
  browser.once('disconnected', () => fail('crashed', 'The browser has crashed or was stopped from outside'));
  return {
    lost,
    fail,
    async over<T>(what: string, work: Promise<T>): Promise<T> {
      const timer = setTimeout(() => {
        fail('timeout', `${what[0]?.toUpperCase()}${what.slice(1)} took more than ${limit / 1000} s`);
        // What does not answer cannot be asked to stop.
        browser.process()?.kill('SIGKILL');
      }, limit);
      try {
        return await Promise.race([work, lost]);
      } catch (error) {
        // A call that was cut off by the end of the browser is not the reason but its consequence.
        if (error instanceof PressError || browser.connected) throw error;
        return await lost;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
