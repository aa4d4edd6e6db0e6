// What a bare machine shares with this one: package sources and trusted certificates.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const apt = '/etc/apt';
const bundle = '/etc/ssl/certs/ca-certificates.crt';
const ownCertificates = '/usr/local/share/ca-certificates';
const files = ['/etc/resolv.conf', '/etc/hosts', ownCertificates];
const aptFiles = [
  'auth.conf',
  'auth.conf.d',
  'keyrings',
  'preferences',
  'preferences.d',
  'trusted.gpg',
  'trusted.gpg.d',
];

const certificateFile = /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|CURL_CA_BUNDLE|GIT_SSL_CAINFO)$/;
const proxy = /^(?:https?|no|all)_proxy$/i;
const registry = /^p?npm_config_(?:registry|cafile|ca|proxy|https_proxy|noproxy|strict_ssl)$/i;
/** Of the settings of apt, those of the way to the archive; the others are about this machine's own programs. */
const download = /^Acquire::(?:https?|socks|Check-|ForceIPv|Retries|AllowInsecure)/;

/** Files with the sources of Debian packages. */
export function aptSources() {
  const folder = join(apt, 'sources.list.d');
  const more = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(?:list|sources)$/.test(name)) : [];
  return [join(apt, 'sources.list'), ...more.sort().map((name) => join(folder, name))].filter(existsSync);
}

/** Settings of apt for downloads, as a file of settings. */
export function aptSettings() {
  const { stdout } = spawnSync('apt-config', ['dump', 'Acquire'], { encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .filter((line) => download.test(line) && !line.endsWith(' "";'))
    .map((line) => `${line}\n`)
    .join('');
}

/** Variables of the environment, without any other of this machine's. */
export function environment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name, value]) => value && [certificateFile, proxy, registry].some((pattern) => pattern.test(name)),
    ),
  );
}

/** Copies the settings that are files. @param {string} root @param {string[]} homes of the users in it */
export function copySettings(root, homes) {
  const named = Object.entries(environment()).filter(([name]) => certificateFile.test(name) || /_cafile$/i.test(name));
  const shared = [
    ...files,
    ...aptFiles.map((name) => join(apt, name)),
    bundle,
    ...named.map(([, path]) => String(path)),
  ];
  for (const path of new Set(shared)) copy(path, join(root, path));
  copy(npmConfig('globalconfig'), join(root, 'usr/local/etc/npmrc'));
  for (const home of homes) copy(npmConfig('userconfig') ?? join(homedir(), '.npmrc'), join(root, home, '.npmrc'));
  // As in a container: packages start no services.
  writeFileSync(join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
}

/** @param {string} name of a setting that npm hands to scripts */
function npmConfig(name) {
  return process.env[`npm_config_${name}`];
}

/** @param {string | undefined} from @param {string} to */
function copy(from, to) {
  if (!from || !existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true, force: true });
}
