import type { MessageRecord } from '../report/json.js';

/** A call that is not understood, as `--json` tells it: the same words that stand on the terminal. */
export function usageRecord(said: string): MessageRecord {
  const [first = '', ...rest] = said
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const meant = rest.join(' ').replace(/^\(|\)$/g, '');
  return {
    id: 'call-understood',
    severity: 'error',
    file: 'command line',
    message: first,
    remedy: meant || 'Run octavo --help for the verbs and flags.',
  };
}
