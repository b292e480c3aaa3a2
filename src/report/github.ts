import type { VFileMessage } from 'vfile-message';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Messages as GitHub Actions reads them from the output of a step, to show them beside the lines that they speak of
 * (GitHub Docs, *Workflow commands*).
 */
export function toGithub(messages: readonly VFileMessage[]): string {
  return messages.map((message) => `${annotation(message)}\n`).join('');
}

function annotation({
  severity = 'warning',
  file,
  line,
  column,
  place,
  ruleId,
  reason,
  remedy,
  also,
}: VFileMessage): string {
  const end = place && 'end' in place && place.end.line === line ? place.end.column : undefined;
  const properties = Object.entries({ file, line, col: column, endColumn: end, title: ruleId })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(
      ([name, value]) => `${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
    );
  const elsewhere = also && `${also.file}${also.line ? `:${also.line}` : ''}  ${also.says}`;
  const text = [reason, remedy, elsewhere].filter(Boolean).join('\n');
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escaped(text)}`;
}

/** A manuscript must not be able to give commands: what ends a line or begins an escape is written out. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
