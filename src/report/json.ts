import type { VFileMessage } from 'vfile-message';
import type { Severity } from '../model/notice.js';

/** One message as plain data: the shape of `--json`, stable. Lines and columns are 1-based; absent where unknown. */
export interface MessageRecord {
  /** `image-exists`: permanent, and what `octavo explain` takes. */
  readonly id: string;
  readonly severity: Severity;
  /** Path, which begins with the folder as it was named; `command line` for what is wrong with a flag. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
  /** Another place that the message has to do with. */
  readonly also?: {
    readonly file: string;
    readonly line?: number;
    readonly column?: number;
    readonly message: string;
  };
}

/** A message of `build()` or `check()` as plain data, to be written as JSON or shown in an editor. */
export function toRecord(message: VFileMessage): MessageRecord {
  const { also } = message;
  return {
    id: message.ruleId ?? '',
    severity: message.severity ?? 'warning',
    file: message.file ?? '',
    ...placeOf(message),
    message: message.reason,
    remedy: message.remedy ?? '',
    ...(also ? { also: { file: also.file, ...placeOf(also), message: also.says } } : {}),
  };
}

function placeOf({ line, column }: { line?: number | undefined; column?: number | undefined }) {
  return line ? { line, column: column ?? 1 } : {};
}
