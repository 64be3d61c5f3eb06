import type { MiddlewareHandler } from 'hono';

/** No script at all, nothing from elsewhere, nobody's frame; the mail and letter previews set their own, tighter policy. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** For a document from outside, shown in a sandboxed frame of ours: no script, no form, no request to anywhere. */
export const FRAMED_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox; base-uri 'none'";

export function securityHeaders(baseUrl: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    };
    set('Content-Security-Policy', POLICY);
    set('X-Content-Type-Options', 'nosniff');
    // Not «no-referrer»: with it browsers hide the origin of our own forms from us.
    set('Referrer-Policy', 'same-origin');
    set('Cross-Origin-Opener-Policy', 'same-origin');
    set('Cross-Origin-Resource-Policy', 'same-origin');
    set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    set('X-Robots-Tag', 'noindex');
    set('Cache-Control', 'no-store');
    if (baseUrl.startsWith('https://')) set('Strict-Transport-Security', 'max-age=31536000');
  };
}
