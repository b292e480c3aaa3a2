// Installing packages never fetches a browser: `scripts/setup.mjs` looks for one first and fetches it only if none is there.
module.exports = { skipDownload: true };
