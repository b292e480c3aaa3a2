import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { VFileMessage } from 'vfile-message';
import type { Known, Severity } from '../model/notice.js';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * Messages as a SARIF 2.1.0 log, which editors and code hosts read (OASIS, *Static Analysis Results Interchange Format*).
 * @param catalogue what messages there are; those that are said are described in the log
 * @param version of Octavo
 */
export function toSarif(
  messages: readonly VFileMessage[],
  catalogue: ReadonlyMap<string, Known>,
  version: string,
): Log {
  const ids = [...new Set(messages.map(({ ruleId = '' }) => ruleId))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Octavo', version, rules: ids.map((id) => describe(id, catalogue.get(id))) },
        },
        columnKind: 'utf16CodeUnits',
        results: messages.map((message) => resultOf(message, ids)),
      },
    ],
  };
}

function describe(id: string, known: Known | undefined): ReportingDescriptor {
  if (!known) return { id };
  return {
    id,
    fullDescription: { text: known.why },
    defaultConfiguration: { level: LEVELS[known.severity] },
  };
}

function resultOf(message: VFileMessage, ids: readonly string[]): Result {
  const { ruleId = '', reason, remedy, severity = 'warning', also, file = '', place } = message;
  const end = place && 'end' in place ? place.end : undefined;
  const here = locationOf(file, message.line, message.column);
  const { region } = here.physicalLocation ?? {};
  if (region && end) Object.assign(region, { endLine: end.line, endColumn: end.column });
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: LEVELS[severity],
    message: { text: remedy ? `${reason}. ${remedy}` : reason },
    locations: [here],
    ...(also
      ? {
          relatedLocations: [
            { ...locationOf(also.file, also.line, also.column), message: { text: also.says } },
          ],
        }
      : {}),
  };
}

function locationOf(file: string, line: number | undefined, column: number | undefined): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(line ? { region: { startLine: line, startColumn: column ?? 1 } } : {}),
    },
  };
}

/** A path as a relative reference (RFC 3986), whatever system it is a path of. */
function uriOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
