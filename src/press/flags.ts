/**
 * What the browser is started with: quiet, the same everywhere, and without a way to the network.
 * @param memory most memory for the scripts of one page, in MiB
 */
export function flags(memory: number, sandbox: boolean): string[] {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-crash-reporter',
    // A second wall behind the refusal of requests: no name and no address leads anywhere.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-proxy-server',
    // Glyphs are as wide on the screen, where they are measured, as on paper.
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--lang=en-US',
    `--js-flags=--max-old-space-size=${memory}`,
    ...(sandbox ? [] : ['--no-sandbox']),
  ];
}
