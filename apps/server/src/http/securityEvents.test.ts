import { expect, test } from "vitest";
import { securityEventOf } from "./securityEvents.ts";

const asked = (method: string, url: string | undefined) =>
  ({ method, ip: "192.0.2.1", routeOptions: { url } }) as const;
const eventOf = (method: string, url: string | undefined, status: number) =>
  securityEventOf(asked(method, url) as Parameters<typeof securityEventOf>[0], status)?.event;

test("every try to come in is told, good or bad, and every refusal of a right", () => {
  expect(eventOf("POST", "/api/v1/sign-in/password", 401)).toBe("entrance");
  expect(eventOf("POST", "/api/v1/sign-in", 200)).toBe("entrance");
  expect(eventOf("POST", "/api/v1/join", 200)).toBe("entrance");
  expect(eventOf("POST", "/api/v1/sign-out", 204)).toBe("entrance");
  for (const status of [401, 403, 429])
    expect(eventOf("GET", "/api/v1/journeys/:id", status)).toBe("refusal");
  expect(eventOf("GET", "/api/v1/journeys/:id", 200)).toBeUndefined();
  expect(eventOf("GET", undefined, 404)).toBeUndefined();
});

test("what is told is the route, not the address", () => {
  expect(securityEventOf(asked("POST", "/api/v1/journeys/:id/commands") as never, 403)).toEqual({
    event: "refusal",
    method: "POST",
    route: "/api/v1/journeys/:id/commands",
    status: 403,
    from: "192.0.2.1",
  });
});
