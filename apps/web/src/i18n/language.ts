import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { LANGUAGES, type Language } from "@polku/journey";
import { en } from "./en.ts";
import { fi } from "./fi.ts";

const KEY = "polku.language";

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
    fallbackLng: "en",
    resources: { en: { translation: en }, fi: { translation: fi } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** The language the words are in now. */
export function currentLanguage(): Language {
  return asLanguage(i18next.language) ?? "en";
}

/** Changes the language of the whole interface and remembers it. */
export async function chooseLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Not remembered, as above.
  }
}
