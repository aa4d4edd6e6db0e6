import { buildRegistry, forms } from '../../forms/registry.ts';
import type { FormDefinition } from '../../engine/form.ts';
import { definition2027 } from './definition.ts';

// The registry entry of the form, in this process alone. Import it before what reads the registry when it loads.
const registry = forms as FormDefinition[];
registry.splice(0, registry.length, ...buildRegistry([...registry, definition2027]));
