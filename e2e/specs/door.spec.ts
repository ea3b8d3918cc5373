import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";
import { expect, test } from "../people.ts";

test("a plain y-websocket client edits the journey live beside a browser, with presence both ways", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Two doors");
  const ana = await workshop.owner(journey);
  const made = await workshop.api.post(`${workshop.server.url}/api/v1/journeys/${journey}/ticket`);
  const { token } = (await made.json()) as { token: string };
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(
    workshop.server.url.replace("http", "ws") + "/yjs/journey",
    encodeURIComponent(journey),
    doc,
    {
      params: { token },
      disableBc: true,
    },
  );
  try {
    await expect.poll(() => doc.getMap("touchpoints").size).toBe(3);
    const [id = ""] = await ana.map.cardIds();
    const title = (doc.getMap("touchpoints").get(id) as Y.Map<unknown>).get("title") as Y.Text;
    title.insert(0, "From a plain client");
    await expect(ana.map.thing(`touchpoint:${id}`)).toContainText("From a plain client");
    await ana.map.rename(ana.map.thing(`touchpoint:${id}`), "From the browser");
    await expect.poll(() => title.toString()).toBe("From the browser");

    provider.awareness.setLocalStateField("cursor", { x: 300, y: 200 });
    await expect(ana.page.locator(".cursor")).toBeVisible();
    await ana.page.mouse.move(700, 420);
    await expect
      .poll(() =>
        [...provider.awareness.getStates().entries()]
          .filter(([client]) => client !== doc.clientID)
          .map(([, state]) => (state.user as { name: string }).name),
      )
      .toContain("Owner");
  } finally {
    provider.destroy();
  }
});
