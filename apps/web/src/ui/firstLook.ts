/** Takes the server's picture of the map away (`http/firstLookPage.ts`, `public/opening.js`): what it stood for is there, or will not come. */
export function endFirstLook(): void {
  document.getElementById("first-look")?.remove();
}
