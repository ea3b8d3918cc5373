import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { LANGUAGES, type Language } from "@polku/journey";

const KEY = "polku.language";

/** Only the words of one language are loaded: the other's are a tenth of all that comes before the map. */
const words = {
  en: async () => (await import("./en.ts")).en,
  fi: async () => (await import("./fi.ts")).fi,
} satisfies Record<Language, unknown>;

function asLanguage(tag: string | null | undefined): Language | undefined {
  return LANGUAGES.find((one) => tag?.toLowerCase().startsWith(one));
}

/** Private windows may refuse the storage; then the choice lasts as long as the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function firstLanguage(): Language {
  const wanted = [remembered(), ...navigator.languages];
  return wanted.map(asLanguage).find((one) => one !== undefined) ?? "en";
}

/** Loads the words in the person's language: the one they chose, else the browser's. */
export async function startLanguage(): Promise<void> {
  const lng = firstLanguage();
  document.documentElement.lang = lng;
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    resources: { [lng]: { translation: await words[lng]() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** The language the words are in now. */
export function currentLanguage(): Language {
  return asLanguage(i18next.language) ?? "en";
}

/**
 * Changes the language of the whole interface and remembers it.
 * @throws when its words cannot be had: without a network, or because the server is another version now
 */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Not remembered, as above.
  }
  if (!i18next.hasResourceBundle(language, "translation"))
    i18next.addResourceBundle(language, "translation", await words[language]());
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
