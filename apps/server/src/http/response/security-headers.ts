import { createHash } from 'node:crypto';

/** The content security policy: resources that are not listed are refused. No inline script or style, no eval. */
function contentPolicy(directives: Readonly<Record<string, string>>): string {
  const always = { 'default-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'" };
  return Object.entries({ ...always, ...directives })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** The policy for responses other than pages. */
export const policyForData = contentPolicy({ 'form-action': "'none'" });

/**
 * The policy for the admin app: its own scripts, styles and requests.
 * @param html the app's page; its inline scripts are allowed by their hashes
 */
export function policyForAdmin(html = ''): string {
  return contentPolicy({
    'script-src': ["'self'", ...inlineScriptHashes(html)].join(' '),
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'form-action': "'self'",
  });
}

function inlineScriptHashes(html: string): string[] {
  return html
    .split('<script>')
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('</script>')))
    .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}

const always = {
  'content-security-policy': policyForData,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** The headers of every response. A page replaces the content security policy with its own. */
export function securityHeaders(origin: string | undefined): Readonly<Record<string, string>> {
  const secure = origin?.startsWith('https:');
  return secure ? { ...always, 'strict-transport-security': 'max-age=31536000' } : always;
}
