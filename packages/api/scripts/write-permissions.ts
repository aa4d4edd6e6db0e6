/** Writes the reference page of permissions. */
import { writeFileSync } from 'node:fs';
import { permissionsFile, permissionsPage } from '../src/testing/permissions-page.ts';

writeFileSync(permissionsFile, permissionsPage());
