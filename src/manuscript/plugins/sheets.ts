import { dirname, join } from 'node:path';
import { VFile } from 'vfile';
import type { Say } from '../../model/notice.js';
import type { Plugin } from '../../model/plugin.js';
import type { Workshop } from '../../model/workshop.js';
import { textIn } from '../text.js';

interface Styled {
  readonly cssText?: string | undefined;
}

/**
 * Reads the stylesheets that the constructs and themes of a plugin name, relative to the configuration.
 * @param missing told of a file that cannot be read
 */
export async function withSheets(
  plugin: Plugin,
  config: string,
  workshop: Workshop,
  say: Say,
  missing: (name: string) => void,
): Promise<Plugin> {
  const filled = async <Entry extends Styled>(entry: Entry, name: string | undefined): Promise<Entry> => {
    if (entry.cssText !== undefined || name === undefined) return entry;
    const path = join(dirname(config), name);
    const found = await workshop.read(path);
    const text = found.kind === 'file' ? textIn(found, new VFile({ path }), say) : undefined;
    if (found.kind !== 'file') missing(name);
    return { ...entry, cssText: text ?? '' };
  };
  return {
    ...plugin,
    constructs: await Promise.all((plugin.constructs ?? []).map((one) => filled(one, one.css))),
    themes: await Promise.all((plugin.themes ?? []).map((one) => filled(one, one.path))),
  };
}
