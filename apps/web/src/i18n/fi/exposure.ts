import type { exposure as english } from "../en/exposure.ts";

/** Kuka on kohdannut asiakkaita. */
export const exposure: typeof english = {
  title: "Kuka on kohdannut asiakkaita",
  how: "Tässä kuussa ({{month}}): asiakkaat, joita kukin on lukenut kirjastosta tai kuunnellut. Sama asiakas lasketaan kerran, sanoi hän miten paljon tahansa.",
  nobody: "Kukaan ei ole vielä valinnut näkyä tässä.",
  me: "{{name}} (sinä)",
  customers_one: "{{count}} asiakas",
  customers_other: "{{count}} asiakasta",
  show: "Näytä nimeni ja lukuni tiimille",
};
