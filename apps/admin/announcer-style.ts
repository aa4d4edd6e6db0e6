import type { PreprocessorGroup } from 'svelte/compiler';

const inlineStyle = /\sstyle="position: absolute;[^"]*"/;

/**
 * Replaces the inline style of SvelteKit's route announcer by a class of ours: the content policy refuses style
 * attributes. @throws Error if SvelteKit's component no longer has that style
 */
export const announcerStyle: PreprocessorGroup = {
  name: 'announcer-style',
  markup({ content, filename }) {
    if (!filename?.endsWith('@sveltejs/kit/src/runtime/components/root.svelte')) return;
    if (!inlineStyle.test(content)) throw new Error(`${filename} has changed: is this step still needed?`);
    return { code: content.replace(inlineStyle, ' class="visually-hidden"') };
  },
};
