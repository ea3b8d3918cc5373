import { layOut, type Contact, type Letter } from "./contact.ts";
import {
  findPersonalData,
  maskPersonalData,
  type PersonalDataKind,
  personalDataKinds,
} from "./personalData.ts";

const everyKind: ReadonlySet<PersonalDataKind> = new Set(personalDataKinds);

/**
 * The contact with personal data masked in its words: what the rules find, and the names the file itself knows (author,
 * speakers) in their inflected forms. Speakers become P1, P2 … in the order they speak. The person stays beside the
 * words, for the caller to make a keyed hash of; it must not be stored. `kinds`: only these; a person has said that the others may stay.
 */
export function maskContact(contact: Contact, kinds: ReadonlySet<PersonalDataKind> = everyKind): Contact {
  const names = namesOf(contact);
  const { externalId, ...rest } = contact;
  const mask = (text: string): string => maskPersonalData(text, names, kinds);
  const kept =
    externalId !== undefined && maskPersonalData(externalId, [], kinds) === externalId ? { externalId } : {};
  const themes = contact.themes.map((theme) => maskPersonalData(theme, [], kinds));
  if (contact.thread === undefined) {
    const stretches = contact.stretches?.map(({ from, to, themes: codes }) => ({
      from: mask(contact.text.slice(0, from)).length,
      to: mask(contact.text.slice(0, to)).length,
      themes: codes.map((code) => maskPersonalData(code, [], kinds)),
    }));
    return { ...rest, ...kept, themes, text: mask(contact.text), ...(stretches && { stretches }) };
  }
  const codes = new Map<string, string>();
  const nameOf = (name: string): string => (kinds.has("name") ? codeFor(name, codes) : name);
  const turns = contact.thread.map(({ from: _from, ...turn }) => ({
    ...turn,
    ...(turn.name !== undefined && { name: nameOf(turn.name) }),
    text: mask(turn.text),
    ...(turn.letter && { letter: maskLetter(turn.letter, mask, nameOf) }),
  }));
  return { ...rest, ...kept, themes, ...layOut(turns) };
}

function maskLetter(
  letter: Letter,
  mask: (text: string) => string,
  nameOf: (name: string) => string,
): Letter {
  return {
    ...letter,
    subject: mask(letter.subject),
    quoted: mask(letter.quoted),
    to: letter.to.map(({ speaker, name }) => ({ speaker, name: mask(nameOf(name)) })),
  };
}

/** How often each kind of personal data stands in a contact's words. */
export function countPersonalData(contact: Contact): Partial<Record<PersonalDataKind, number>> {
  const counts: Partial<Record<PersonalDataKind, number>> = {};
  for (const text of wordsIn(contact))
    for (const { kind } of findPersonalData(text, namesOf(contact))) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Up to `most` different pieces of each kind as they stand in contacts' words, for a person to judge before anything is kept. */
export function samplePersonalData(
  contacts: readonly Contact[],
  most: number,
): Partial<Record<PersonalDataKind, string[]>> {
  const samples: Partial<Record<PersonalDataKind, string[]>> = {};
  for (const contact of contacts) {
    for (const text of wordsIn(contact))
      for (const { kind, from, to } of findPersonalData(text, namesOf(contact))) {
        const seen = (samples[kind] ??= []);
        const piece = text.slice(from, to);
        if (seen.length < most && !seen.includes(piece)) seen.push(piece);
      }
  }
  return samples;
}

/** Its words, and those that its mails repeat. */
function wordsIn(contact: Contact): string[] {
  const repeated = contact.thread?.flatMap(({ letter }) => (letter?.quoted ? [letter.quoted] : [])) ?? [];
  return [contact.text, ...repeated];
}

function namesOf(contact: Contact): string[] {
  const speakers = (contact.thread ?? []).flatMap(({ name, letter }) => [
    ...(name === undefined ? [] : [name]),
    // A desk is called like ordinary words are.
    ...(letter?.to.flatMap((one) => (one.speaker === "customer" ? [one.name] : [])) ?? []),
  ]);
  const person =
    contact.person !== undefined && /^[\p{L} ,.'’-]+$/u.test(contact.person) ? [contact.person] : [];
  return [...new Set([...speakers, ...person])].filter((name) => !isRole(name));
}

/** "Asiakas" and "Agent" are roles, not names; masking them would eat ordinary words. */
function isRole(name: string): boolean {
  return /^(asiakas|customer|agent|haastattelija|haastateltava|interviewer|vastaaja|respondent|asiakaspalvelija|user|botti?|bot|speaker|puhuja|client|caller)\b/i.test(
    name,
  );
}

function codeFor(name: string, codes: Map<string, string>): string {
  if (isRole(name) || name.length <= 2) return name;
  const code = codes.get(name) ?? `P${codes.size + 1}`;
  codes.set(name, code);
  return code;
}
