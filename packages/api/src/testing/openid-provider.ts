import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const client = { id: 'gongkai', secret: 'only-for-tests' };

interface Grant {
  readonly challenge: string;
  readonly nonce: string | null;
  readonly redirect: string;
}

/**
 * Starts a small OpenID provider on its own port: the authorization code flow with PKCE and signed ID tokens. It
 * immediately signs in the person described by `claims`.
 */
export async function startProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const grants = new Map<string, Grant>();
  const state = { claims: {} as Record<string, unknown>, beside: {} as Record<string, unknown>, key: privateKey };
  let issuer = '';

  const answers: Record<string, (request: IncomingMessage, url: URL) => Promise<object | string>> = {
    '/.well-known/openid-configuration': async () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/userinfo`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }),
    '/userinfo': async () => ({ sub: state.claims['sub'], ...state.beside }),
    '/authorize': async (_request, { searchParams: asked }) => {
      if (asked.get('client_id') !== client.id || asked.get('code_challenge_method') !== 'S256')
        return { error: 'invalid_request' };
      const code = randomBytes(16).toString('hex');
      const redirect = asked.get('redirect_uri')!;
      grants.set(code, { challenge: asked.get('code_challenge')!, nonce: asked.get('nonce'), redirect });
      return `${redirect}?code=${code}&state=${encodeURIComponent(asked.get('state')!)}`;
    },
    '/token': async (request) => {
      const given = new URLSearchParams(await bodyOf(request));
      const grant = grants.get(given.get('code') ?? '');
      grants.delete(given.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(given.get('code_verifier') ?? '')
        .digest('base64url');
      if (!grant || grant.challenge !== challenge || grant.redirect !== given.get('redirect_uri'))
        return { error: 'invalid_grant' };
      const token = await new SignJWT({ ...state.claims, ...(grant.nonce && { nonce: grant.nonce }) })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(issuer)
        .setAudience(client.id)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(state.key);
      return { access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: token };
    },
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url!, issuer);
    void answers[url.pathname]?.(request, url).then((answer) => {
      if (typeof answer === 'string') response.writeHead(302, { location: answer }).end();
      else
        response
          .writeHead('error' in answer ? 400 : 200, { 'content-type': 'application/json' })
          .end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    /** Claims of the person who signs in next. */
    set claims(claims: Record<string, unknown>) {
      state.claims = claims;
    },
    /** Claims of the user info endpoint. */
    set beside(claims: Record<string, unknown>) {
      state.beside = claims;
    },
    /** From here on, signs with an unpublished key. */
    forge: async () => void (state.key = (await generateKeyPair('RS256')).privateKey),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
