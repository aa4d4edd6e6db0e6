import { parseSettings, type Settings } from './settings.ts';

/**
 * The only reader of `process.env`.
 * @throws {SettingsError}
 */
export function readSettings(): Settings {
  return parseSettings(process.env);
}

/** adapter-node reads its own settings from the environment when it is loaded; this server sets them, not the user. */
export function prepareForPortal(): void {
  for (const name of ['HOST_HEADER', 'PORT_HEADER', 'ADDRESS_HEADER', 'XFF_DEPTH', 'BODY_SIZE_LIMIT'])
    delete process.env[name];
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
}
