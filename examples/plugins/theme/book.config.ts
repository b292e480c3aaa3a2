// A theme: one stylesheet beside this file.
import { defineConfig, defineTheme } from 'octavo';

const plain = defineTheme({
  name: 'plain',
  description: 'Source Sans throughout, paragraphs with a gap between them',
  typefaces: 'Source Sans',
  path: 'theme.css',
});

export default defineConfig({ theme: 'plain', plugins: [{ name: 'plain', themes: [plain] }] });
