/**
 * Why a connection ended, one sentence each. 4400–4499 are final: a y-websocket client (3.1 and later) does not come back after
 * them. 4500–4599 pass: the client may connect again, and the handshake then brings both sides together.
 */
export const closeCodes = {
  malformed: { code: 4400, en: "A message could not be read.", fi: "Viestiä ei voitu lukea." },
  signIn: {
    code: 4401,
    en: "Sign in first, or use a valid token.",
    fi: "Kirjaudu ensin sisään tai käytä voimassa olevaa tunnusta.",
  },
  noRights: { code: 4403, en: "You may not open this journey.", fi: "Et voi avata tätä polkua." },
  unknown: { code: 4404, en: "There is no such journey.", fi: "Tällaista polkua ei ole." },
  tooLarge: {
    code: 4413,
    en: "A change was larger than Polku accepts.",
    fi: "Muutos oli suurempi kuin Polku ottaa vastaan.",
  },
  full: {
    code: 4414,
    en: "The journey has reached its largest size; delete something in it or begin another.",
    fi: "Polku on saavuttanut suurimman kokonsa; poista siitä jotain tai aloita toinen.",
  },
  revoked: {
    code: 4423,
    en: "Your access to this journey has ended.",
    fi: "Pääsysi tähän polkuun on päättynyt.",
  },
  flood: { code: 4429, en: "Too many messages in a short time.", fi: "Liian monta viestiä lyhyessä ajassa." },
  failed: {
    code: 4500,
    en: "Something went wrong in Polku; connecting again helps.",
    fi: "Polussa meni jotain vikaan; yhdistäminen uudelleen auttaa.",
  },
  cannotOpen: {
    code: 4503,
    en: "The journey cannot be opened right now; nothing was lost.",
    fi: "Polkua ei voi avata juuri nyt; mitään ei kadonnut.",
  },
  tooSlow: {
    code: 4508,
    en: "The connection was too slow or silent for too long.",
    fi: "Yhteys oli liian hidas tai liian kauan hiljaa.",
  },
  gap: {
    code: 4510,
    en: "A change rests on one that has not arrived; connecting again sends both.",
    fi: "Muutos nojaa toiseen, joka ei ole saapunut; yhdistäminen uudelleen lähettää molemmat.",
  },
  otherHand: {
    code: 4511,
    en: "A change was signed with somebody else's hand; reload the page to write with your own.",
    fi: "Muutos oli merkitty jonkun toisen tekemäksi; lataa sivu uudelleen, niin kirjoitat omallasi.",
  },
  rightsChanged: {
    code: 4512,
    en: "Your rights have changed; connecting again takes the new ones.",
    fi: "Oikeutesi ovat muuttuneet; yhdistäminen uudelleen ottaa uudet käyttöön.",
  },
  closing: { code: 4520, en: "Polku is restarting.", fi: "Polku käynnistyy uudelleen." },
} as const satisfies Record<string, { code: number; en: string; fi: string }>;

export type CloseReason = keyof typeof closeCodes;

/** The reason that a close code of ours stands for, or `undefined` for any other code. */
export function closeReasonOf(code: number): CloseReason | undefined {
  const entry = Object.entries(closeCodes).find(([, value]) => value.code === code);
  return entry?.[0] as CloseReason | undefined;
}
