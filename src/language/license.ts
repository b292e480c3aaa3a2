/** A Creative Commons licence by its SPDX identifier. */
const CREATIVE_COMMONS = /^CC-(BY(?:-[A-Z]{2}){0,2})-(\d\.\d)$/i;

/** A licence as readers are told of it, and the address of its text in that: an identifier is known by its name, an address is one. */
export function licenseOf(license: string): { readonly said: string; readonly address?: string } {
  if (/^https?:/.test(license)) return { said: license, address: license };
  const [, kind, version] = CREATIVE_COMMONS.exec(license) ?? [];
  if (!kind || !version) return { said: license };
  const address = `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
  return { said: `CC ${kind.toUpperCase()} ${version} (${address})`, address };
}
