/**
 * Settings kept in the database.
 * @module
 */
export { getSetting, putSetting, putSettingOnce, takeSetting } from './settings.ts';
