/** Stars and other signs that part scenes, and nothing else. */
export const SCENE_SIGNS = /^(?:[*#~•·⁂❦❧☙◆◇✻✽=]|[—⸻](?=\s*[—⸻]))[\s\u00a0*#~•·⁂❦❧☙◆◇✻✽=—⸻]{0,20}$/u;
