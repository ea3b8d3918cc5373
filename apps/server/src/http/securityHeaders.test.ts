import type { FastifyReply } from "fastify";
import { expect, test } from "vitest";
import { scriptHashes, setSecurityHeaders } from "./securityHeaders.ts";

function headersFor(secure: boolean): Map<string, string> {
  const set = new Map<string, string>();
  const reply = { header: (name: string, value: string) => set.set(name, value) };
  setSecurityHeaders(reply as unknown as FastifyReply, secure);
  return set;
}

test("behind https a browser is told to stay there, and without it nothing of the kind", () => {
  expect(headersFor(true).get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  expect(headersFor(false).has("strict-transport-security")).toBe(false);
});

test("no answer may be framed, sniffed, run foreign or inline code, or tell where one came from", () => {
  const headers = headersFor(true);
  const policy = headers.get("content-security-policy") ?? "";
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy).toContain(rule);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
});

test("of scripts that stand in a page those run whose hashes are named, letter for letter", () => {
  const page =
    '<script>alert("ä")</script><script src="/app.js"></script><script type="module" src="/b.js"></script>';
  const hashes = scriptHashes(page);
  // As a browser counts it: openssl dgst -sha256 -binary | base64.
  expect(hashes).toEqual(["sha256-FWb3uLg4D0hSncPRtasfQLbQt8uTNXZAHdir+yMPeW0="]);
  const set = new Map<string, string>();
  const reply = { header: (name: string, value: string) => set.set(name, value) };
  setSecurityHeaders(reply as unknown as FastifyReply, true, hashes);
  expect(set.get("content-security-policy")).toContain(`script-src 'self' '${hashes[0]}';`);
});
