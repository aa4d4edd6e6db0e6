import type { Rule } from '../engine/rule.ts';
import { catalogue as catalogue2019 } from './form-2019/catalogue.ts';
import { layout as layout2019 } from './form-2019/layout.ts';
import { catalogue as catalogue2021 } from './form-2021/catalogue.ts';
import { layout as layout2021 } from './form-2021/layout.ts';

/** Checks beside those on figures, by form: apart, so that a page with figures alone does not carry them. */
export const catalogues: ReadonlyMap<string, readonly Rule[]> = new Map([
  [layout2019.id, catalogue2019],
  [layout2021.id, catalogue2021],
]);
