import { type Browser, chromium } from "playwright";
import type { PolkuServer } from "./polkuServer.ts";

/** What a browser carries once its person has signed in. */
export type SignedIn = Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;

/** A Chromium that talks to nobody but the page it is shown; $POLKU_BROWSER says which. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env["POLKU_BROWSER"];
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
  });
}

/** Signs the owner in with the one-time link and gives back the cookies for other windows. */
export async function signIn(browser: Browser, polku: PolkuServer): Promise<SignedIn> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(polku.signInLink);
  await page.waitForURL(`${polku.url}/`);
  const state = await context.storageState();
  await context.close();
  return state;
}
