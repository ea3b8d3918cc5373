import type { TestAnswer, TestServer } from "./testServer.ts";

/** A browser as the server sees one: it keeps its cookies and says that its pages are ours. */
export type TestBrowser = {
  ask<Body = TestAnswer["body"]>(method: string, path: string, body?: unknown): Promise<TestAnswer<Body>>;
  /** A page that is opened, not asked for by a script; where it would lead on is not followed. */
  follow(path: string): Promise<Response>;
  cookie(): string;
};

/** Opens a browser that nobody is signed in at. */
export function openBrowser(server: TestServer, name = "Firefox/140.0 (X11; Linux x86_64)"): TestBrowser {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([key, value]) => `${key}=${value}`).join("; ");
  function keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [key = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      if (value === "" || /max-age=0/i.test(line)) jar.delete(key);
      else jar.set(key, value);
    }
  }

  return {
    cookie,
    follow: async (path) => {
      const headers = { "user-agent": name, cookie: cookie() };
      const answer = await fetch(server.url + path, { headers, redirect: "manual" });
      keep(answer.headers.getSetCookie());
      return answer;
    },
    ask: async <Body>(method: string, path: string, body?: unknown) => {
      const answer = await server.ask<Body>(method, path, {
        body,
        headers: {
          "user-agent": name,
          origin: server.url,
          ...(jar.size === 0 ? {} : { cookie: cookie() }),
        },
      });
      keep(answer.headers.getSetCookie());
      return answer;
    },
  };
}

/** The owner's own browser, signed in by the link that the server printed. */
export async function ownersBrowser(server: TestServer): Promise<TestBrowser> {
  const browser = openBrowser(server);
  const link = (await server.firstSignInLink()) ?? "";
  const answer = await browser.ask("POST", "/api/v1/sign-in", { token: link.split("token=")[1] });
  if (answer.status !== 200) throw new Error(answer.text);
  return browser;
}

/** Somebody who accepts an invitation that the owner made. */
export async function memberBrowser(
  server: TestServer,
  ownerToken: string,
  member: { role: "owner" | "editor" | "viewer"; name: string; email: string; password: string },
): Promise<TestBrowser & { id: string }> {
  const { role, ...who } = member;
  const made = await server.ask("POST", "/api/v1/invitations", { token: ownerToken, body: { role } });
  const secret = String(made.body.url).split("#")[1];
  const browser = openBrowser(server);
  const answer = await browser.ask("POST", "/api/v1/invitations/accept", { secret, ...who });
  if (answer.status !== 200) throw new Error(answer.text);
  return { ...browser, id: String(answer.body.id) };
}
