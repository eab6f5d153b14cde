import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerRequest, type WireAnswer } from './answer-request';
import { answerControl } from './control';
import { answerPage } from './pay-page';
import type { SandboxContext } from './sandbox-context';

const BODY_CAP = 1_048_576;
const JSON_TYPE = 'application/json; charset=utf-8';
const FOR_LOOPBACK_ONLY = { status: 403, body: '{"error":"for loopback callers only"}' };

/** The HTTP face of the sandbox: the API, the hosted pages and, for loopback callers, the control interface. */
export function createHttpServer(context: SandboxContext): Server {
  return createServer((request, response) => {
    answer(context, request, response).catch((error: unknown) => {
      console.error('sandbox request:', error);
      if (!response.headersSent) send(response, 500, 'text/plain; charset=utf-8', 'The sandbox failed.');
      else response.destroy();
    });
  });
}

async function answer(
  context: SandboxContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const method = request.method ?? 'GET';
  const body = await readBody(request);
  if (body === null) {
    send(response, 413, 'text/plain; charset=utf-8', 'The body is too large.');
    return;
  }
  if (url.pathname.startsWith('/_sandbox/')) {
    const control = isLocal(request)
      ? await answerControl(context, { method, url, body })
      : FOR_LOOPBACK_ONLY;
    send(response, control.status, JSON_TYPE, control.body);
    return;
  }
  if (/^\/(s|pay)\//.test(url.pathname)) {
    const form = new URLSearchParams(body.toString('utf8'));
    const page = await answerPage(context, { method, path: url.pathname, form });
    if (page.location !== null) response.setHeader('location', page.location);
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    send(response, page.status, 'text/html; charset=utf-8', page.html);
    return;
  }
  const remoteAddress = request.socket.remoteAddress ?? '';
  const result = await answerRequest(context, { method, url, body, remoteAddress });
  if (result === null) send(response, 404, 'text/plain; charset=utf-8', 'Nothing listens here.');
  else await sendWire(response, result);
}

async function sendWire(response: ServerResponse, wire: WireAnswer): Promise<void> {
  if (wire.delayMs > 0) await sleep(wire.delayMs, undefined, { ref: false });
  switch (wire.kind) {
    case 'silence':
      // The caller waits until its own deadline; closing the server ends the connection.
      return;
    case 'cut':
      response.destroy();
      return;
    case 'half': {
      const bytes = Buffer.from(wire.body, 'utf8');
      response.writeHead(wire.status, { 'content-type': wire.contentType, 'content-length': bytes.length });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
      return;
    }
    case 'answer':
      send(response, wire.status, wire.contentType, wire.body);
  }
}

function send(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_CAP) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// A proxy would make every caller look local, so what came through one is not.
function isLocal(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || /^(::ffff:)?127\./.test(address);
  const isForwarded =
    request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  // A web page in a browser on this machine is no tool of ours; browsers name their origin.
  return isLoopback && !isForwarded && request.headers.origin === undefined;
}
