import type { VFile } from 'vfile';
import type { Plugin } from '../model/plugin.js';
import type { Workshop } from '../model/workshop.js';

/** A configuration that the user named: a file to read, or settings and plugins that a script exports. */
export type Loaded =
  | { readonly config?: VFile; readonly settings?: object; readonly plugins?: readonly Plugin[] }
  | { readonly problem: string };

/**
 * Loads what `--config` names. A script runs with all the rights of the user, so it is run only because he named it.
 */
export async function loadConfig(path: string, workshop: Workshop): Promise<Loaded> {
  if (/\.ya?ml$/i.test(path)) {
    const config = await workshop.text(path);
    return config ? { config } : { problem: `There is no configuration ${path}.` };
  }
  if (!/\.m?js$/i.test(path))
    return { problem: `${path} is no configuration: name a .yaml, .js or .mjs file.` };
  try {
    const exported = await workshop.load(path);
    if (typeof exported !== 'object' || exported === null)
      return { problem: `${path} has no default export. It should say: export default defineConfig({ … })` };
    const { plugins, ...settings } = exported as { plugins?: readonly Plugin[] };
    return { settings, ...(plugins ? { plugins } : {}) };
  } catch (error) {
    return { problem: `The configuration ${path} cannot be used: ${(error as Error).message}` };
  }
}
