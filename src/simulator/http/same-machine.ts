import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]', '::1'];

export function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.includes(host);
}

/**
 * Whether a request was meant for this simulator by somebody on this machine. A `Host` of another name is a web
 * site whose name was pointed here (DNS rebinding); an `Origin` of another site is its script calling us.
 */
export function isFromThisMachine(headers: IncomingHttpHeaders): boolean {
  const host = hostnameOf(`http://${headers.host ?? ''}`);
  if (host === undefined || !isLoopback(host)) return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
