import type { Ignorer } from '@stryker-mutator/api/ignore';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Parts of a rule that judge nothing: what it says of itself, and the examples that test it. */
const words = new Set(['title', 'citation', 'basis', 'message', 'neverSkips', 'vectors']);

/** What is asked of a node of the syntax tree; Babel's own types are no dependency of Stryker's. */
interface Place {
  readonly node: { readonly type: string; readonly key?: { readonly name?: string } };
}

/** Leaves the words and the vectors of rules as they are; formulas, severities, tests and ids are changed. */
const ignorer: Ignorer = {
  shouldIgnore(path) {
    const { type, key } = (path as unknown as Place).node;
    return type === 'ObjectProperty' && words.has(key?.name ?? '') ? 'words and vectors' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words-and-vectors', ignorer)];
