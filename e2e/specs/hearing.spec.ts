import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { LibraryPage } from "../pages/library.ts";
import { expect, test, type Person, type Workshop } from "../people.ts";

const seconds = 60;
const rate = 8_000;

const transcript = `WEBVTT

00:00:00.000 --> 00:00:08.000
<v Minna>Miten voin auttaa?

00:00:10.000 --> 00:00:55.000
<v Sari>Tää on nyt viides päivä eikä kukaan soittanut.
`;

/** A minute of a tone that swells every second, as WAV. */
function call(): Buffer {
  const file = Buffer.alloc(44 + seconds * rate * 2);
  file.write("RIFF", 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(file.length - 44, 40);
  for (let n = 0; n < seconds * rate; n += 1)
    file.writeInt16LE(Math.round(Math.sin(n / 5) * 9_000 * (0.4 + 0.6 * ((n / rate) % 1))), 44 + n * 2);
  return file;
}

async function importTranscript(workshop: Workshop): Promise<void> {
  const { url } = workshop.server;
  const file = { name: "call.vtt", mimeType: "text/vtt", buffer: Buffer.from(transcript) };
  const meta = JSON.stringify({
    kind: "call_recording",
    title: "Puhelu",
    speakers: { Minna: "agent", Sari: "customer" },
  });
  const taken = await workshop.api.post(`${url}/api/v1/sources`, { multipart: { meta, file } });
  const { importId } = (await taken.json()) as { importId: string };
  await expect(async () => {
    const progress = await workshop.api.get(`${url}/api/v1/imports/${importId}`);
    expect(((await progress.json()) as { state: string }).state).toBe("done");
  }).toPass();
}

/** How loud a second of what a page hears at an address is, 0 to 1. */
function loudness(page: Page, address: string, second: number): Promise<number> {
  return page.evaluate(
    async ([from, at]) => {
      const bytes = await (await fetch(from)).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, 8_000).decodeAudioData(bytes);
      const samples = sound.getChannelData(0).subarray(at * 8_000 + 800, (at + 1) * 8_000 - 800);
      return Math.max(...samples);
    },
    [address, second] as const,
  );
}

const player = (person: Person) => person.page.locator("audio[data-together]");

async function isHearing(person: Person): Promise<void> {
  const join = person.page.getByRole("button", { name: "Hear it too" });
  await expect(async () => {
    if (await join.isVisible()) await join.click();
    const { paused, at } = await player(person).evaluate((audio: HTMLAudioElement) => ({
      paused: audio.paused,
      at: audio.currentTime,
    }));
    expect(paused).toBe(false);
    expect(at).toBeGreaterThan(0.5);
  }).toPass();
}

/** How far apart two windows are, in seconds: both are read at the same instant of the machine's clock. */
async function apart(one: Person, other: Person): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((person) =>
      player(person).evaluate((audio: HTMLAudioElement) => ({ at: audio.currentTime, now: Date.now() })),
    ),
  );
  if (a === undefined || b === undefined) throw new Error("nobody hears anything");
  return Math.abs(a.at - b.at - (a.now - b.now) / 1000);
}

test(
  "a call is given its sound, clipped, pinned, heard by a room in step, silenced and erased",
  { tag: "@measured" },
  async ({ workshop }) => {
    await importTranscript(workshop);
    const journey = await workshop.newJourney("Calls");
    const [stageId] = await workshop.command(journey, { name: "addStage", args: { title: "Help" } });
    const [touchpointId] = await workshop.command(journey, {
      name: "addTouchpoint",
      args: { stageId, title: "I call them" },
    });
    const owner = await workshop.owner(journey);
    const { page } = owner;
    const library = new LibraryPage(page);

    // In: any format that the browser knows; what is kept is Ogg Opus.
    await library.open();
    await library.readFirst("viides");
    const chooser = page.waitForEvent("filechooser");
    await library.panel.getByRole("button", { name: "Add its recording" }).click();
    await (await chooser).setFiles({ name: "call.wav", mimeType: "audio/wav", buffer: call() });
    const waveform = library.panel.getByRole("slider", { name: "Place in the recording" });
    await expect(waveform).toHaveAttribute("aria-valuetext", "0:00 of 1:00");
    const sound = (await library.panel.locator("audio").getAttribute("src")) ?? "";
    expect((await page.request.get(workshop.server.url + sound)).headers()["content-type"]).toContain("opus");
    expect(await loudness(page, sound, 5)).toBeGreaterThan(0.1);

    // A clip, by keyboard: the stretch takes the words that are spoken in it.
    await waveform.focus();
    for (let n = 0; n < 5; n += 1) await page.keyboard.press("ArrowRight");
    for (let n = 0; n < 40; n += 1) await page.keyboard.press("Shift+ArrowRight");
    await expect(library.panel.getByText("0:10–0:50")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include(".library").analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await library.panel.getByRole("button", { name: "Make a quote" }).press("Enter");
    await expect(library.panel.getByRole("button", { name: "Play 0:40" })).toBeVisible();
    await library.panel.getByRole("button", { name: "Pin to …" }).focus();
    await library.pinTo("I call");

    // Together: by the server's clock, a guest who may only look too, and one who comes later.
    const ben = await workshop.join("Ben", journey, "viewer");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(`[data-thing="touchpoint:${touchpointId}"]`).click();
    await page.getByRole("button", { name: "Play for everyone" }).first().click();
    await Promise.all([isHearing(owner), isHearing(ben)]);
    expect(await apart(owner, ben)).toBeLessThan(0.5);
    await expect(ben.page.getByText("Played for everyone by")).toBeVisible();
    await expect(ben.page.locator(".listening").getByText("eikä kukaan soittanut")).toBeVisible();
    const bar = await new AxeBuilder({ page: ben.page }).include(".listening").analyze();
    expect(bar.violations.map(({ id }) => id)).toEqual([]);
    const cleo = await workshop.join("Cleo", journey, "viewer");
    await isHearing(cleo);
    expect(await apart(owner, cleo)).toBeLessThan(0.5);
    await page.getByRole("button", { name: "Pause for everyone" }).click();
    await expect.poll(() => player(ben).evaluate((audio: HTMLAudioElement) => audio.paused)).toBe(true);
    await page.getByRole("button", { name: "End for everyone" }).click();
    await expect(cleo.page.locator(".listening")).toHaveCount(0);

    // On a walk everybody hears the call of the moment on arriving there, and it ends when they go on.
    await page.keyboard.press("Escape");
    await page.keyboard.press("w");
    await page.getByRole("button", { name: "Everyone walks along" }).click();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await expect(ben.page.locator(".walk")).toContainText("I call them");
    await Promise.all([isHearing(owner), isHearing(ben)]);
    expect(await apart(owner, ben)).toBeLessThan(0.5);
    await page.keyboard.press("ArrowRight");
    await expect(ben.page.locator(".listening")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(ben.page.locator(".walk")).toHaveCount(0);

    // Silenced on the server: what everybody fetches from then on holds nothing there.
    await library.open();
    await library.readFirst("viides");
    await waveform.focus();
    for (let n = 0; n < 6; n += 1) await page.keyboard.press("ArrowRight");
    for (let n = 0; n < 3; n += 1) await page.keyboard.press("Shift+ArrowRight");
    await library.panel.getByRole("button", { name: "Silence it" }).press("Enter");
    await library.panel.getByRole("button", { name: "Silence for good" }).press("Enter");
    await expect(library.panel.locator(".waveform__silenced")).toBeVisible();
    const silenced = (await library.panel.locator("audio").getAttribute("src")) ?? "";
    expect(await loudness(page, silenced, 13)).toBeLessThan(0.001);
    expect(await loudness(page, silenced, 20)).toBeGreaterThan(0.1);

    // Erased: the clip is gone from the map of whoever looks at it.
    await library.panel.getByRole("button", { name: "Erase this contact" }).click();
    await page.getByRole("button", { name: "Erase for good" }).click();
    await expect(ben.page.getByRole("button", { name: "Play 0:40" })).toHaveCount(0);
    expect((await page.request.get(workshop.server.url + silenced)).status()).toBe(404);
  },
);

test("a customer tells it in their own voice on a phone: asked apart, listened to, said anew, sent; the team hears it at the touchpoint", async ({
  workshop,
}) => {
  const { url } = workshop.server;
  const made = await workshop.api.post(`${url}/api/v1/journeys/demo-en/participant-links`, {
    data: { asks: "customer", title: "Voices of November" },
  });
  const link = ((await made.json()) as { url: string }).url;
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page, context } = await workshop.stranger(link, phone);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Begin" }).click();
  const moment = page.locator(".moment").first();
  const title = (await moment.locator("strong").innerText()).trim();
  await moment.getByRole("slider").fill("-2");

  // Asked apart, before the browser asks; a microphone that is refused is no dead end.
  await moment.getByRole("button", { name: `Say it aloud: ${title}` }).click();
  const asks = page.getByRole("region", { name: "May we keep your voice?" });
  await expect(asks.getByRole("button", { name: "Turn the microphone on" })).toBeDisabled();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await asks.getByRole("checkbox").check();
  await asks.getByRole("button", { name: "Turn the microphone on" }).click();
  await expect(moment.getByRole("alert")).toContainText("The microphone is not allowed for this page");

  // Allowed: it shows how loud it is; what was said can be listened to and said anew, and is nowhere but here.
  await context.grantPermissions(["microphone"], { origin: url });
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  const record = async (button: string): Promise<void> => {
    await moment.getByRole("button", { name: button }).click();
    await expect
      .poll(async () => Number(await moment.getByRole("meter").getAttribute("value")))
      .toBeGreaterThan(0.02);
    await expect(moment.getByRole("timer")).toHaveText(/^0:0[2-9] \/ 5:00$/);
    await expect(page.getByRole("button", { name: "Send" })).toBeDisabled();
    await moment.getByRole("button", { name: "Stop" }).click();
    await expect(moment).toContainText("Said aloud, not sent yet");
  };
  await record(`Say it aloud: ${title}`);
  await moment.getByRole("button", { name: /^Play 0:0\d/ }).click();
  await expect(moment.getByRole("button", { name: "Pause" })).toBeVisible();
  await record("Say it anew");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(sent.filter((address) => address.includes("/api/"))).toEqual([]);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(sent.filter((address) => address.includes("/api/"))).toEqual([`${url}/api/v1/participate/spoken`]);

  // The team hears it where it was told.
  const owner = await workshop.owner("demo-en");
  await owner.map.card(title).first().click();
  const voice = owner.page.locator("aside, [role=complementary]").getByText("−2").first();
  await expect(voice).toBeVisible();
  const links = await workshop.api.get(`${url}/api/v1/journeys/demo-en/participant-links`);
  const { items } = (await links.json()) as { items: { sourceId: string }[] };
  const quotes = await workshop.api.get(`${url}/api/v1/quotes?source=${items[0]?.sourceId ?? ""}`);
  const [quote] = ((await quotes.json()) as { items: { id: string }[] }).items;
  const heard = [0, 1].map((second) =>
    loudness(owner.page, `/api/v1/quotes/${quote?.id ?? ""}/sound`, second),
  );
  expect(Math.max(...(await Promise.all(heard)))).toBeGreaterThan(0.02);
});
