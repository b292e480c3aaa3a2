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
}

export function toRecord(message: VFileMessage): MessageRecord {
  return {
    id: message.ruleId ?? '',
    severity: message.severity ?? 'warning',
    file: message.file ?? '',
    ...(message.line ? { line: message.line, column: message.column ?? 1 } : {}),
    message: message.reason,
    remedy: message.remedy ?? '',
  };
}
