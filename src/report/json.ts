import type { VFileMessage } from 'vfile-message';

/** One message as plain data: the shape of `--json`, stable. Lines and columns are 1-based; absent where unknown. */
export interface MessageRecord {
  readonly id: string;
  readonly severity: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly remedy: string;
  /** Another place that the message has to do with. */
  readonly also?: {
    readonly file: string;
    readonly line?: number;
    readonly column?: number;
    readonly message: string;
  };
}

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
