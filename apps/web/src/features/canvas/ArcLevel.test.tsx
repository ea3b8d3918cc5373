import { setTouchpoint } from "@polku/journey";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import ArcLevel from "./ArcLevel.tsx";

beforeAll(startLanguage);
afterEach(cleanup);

test("what hangs on a touchpoint is a bar of that height, told in words, and follows when somebody sets it anew", () => {
  const { session } = localSession();
  const [touchpointId = ""] = session.view().path.touchpointIds;
  render(
    <SessionProvider session={session}>
      <ArcLevel touchpointId={touchpointId} />
    </SessionProvider>,
  );
  expect(screen.queryByRole("img")).toBeNull();
  act(() => void session.run(setTouchpoint, { touchpointId, set: { arc: 4 } }));
  expect(screen.getByRole("img", { name: "Dramatic arc: 4" }).style.height).toBe("80%");
  act(() => void session.run(setTouchpoint, { touchpointId, set: { arc: 1 } }));
  expect(screen.getByRole("img", { name: "Dramatic arc: 1" }).style.height).toBe("20%");
});
