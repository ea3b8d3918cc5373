// Fills the research library of a data folder up to so many contacts, through the server's own store, as an import does: 50 a transaction,
// analysed, indexed, tagged. Invented sentences, the same every time: words by rank as in a language (Zipf), two thirds Finnish.
// node fillLibrary.mjs DATA_FOLDER CONTACTS -> {"kept", "ms"} on the standard output
import { stemsForIndex } from "../../packages/evidence/src/index.ts";
import { openAppDatabase } from "../../apps/server/src/storage/openAppDatabase.ts";
import { openSqlEvidenceStore } from "../../apps/server/src/storage/sql/sqlEvidenceStore.ts";

const [folder, wanted] = [process.argv[2], Number(process.argv[3])];

const small = {
  fi: "ja on ei se että kun mutta oli niin minä en ole sitten myös vielä jo vain kuin tai jos siellä tämä sen mitä hän nyt eikä joka".split(
    " ",
  ),
  en: "the and was to i not it of for with this that but they had have my on in so at be we is you very again then when".split(
    " ",
  ),
};
const core = {
  fi: "lasku laskun laskua laskussa laskut jono jonossa jonotin jonottaa palvelu palvelun palvelua asiakaspalvelu asiakaspalvelussa asiakaspalveluun netti netin netissä nettiä yhteys yhteyden yhteyttä yhteydet puhelin puhelimessa puhelimeen puhelu puhelun soitin soitti soittaa soitettiin odotin odotti odottaa odotusaika asentaja asentajan asentajaa vika vian vikaa vikoja virhe virheen virheitä tilaus tilauksen tilausta toimitus toimituksen paketti paketin hinta hinnan hintaa maksu maksun maksoin maksaa raha rahat takaisin lupaus luvattiin lupasi korjaus korjattiin katko katkos katkoi pätkii pätki ihminen ihmistä ihmiselle botti chat chatissa viesti viestiin vastaus vastausta vastattu vastasi kukaan myymälä myymälässä sovellus sovelluksen sovelluksessa kirjautua salasana sopimus sopimuksen irtisanoa vaihtaa liittymä liittymän nopea nopeasti hidas hitaasti ystävällinen ystävällisesti huono huonosti hyvä hyvin kiitos pahoittelu anteeksi viikko viikkoa päivä päivää tunti tuntia minuutti minuuttia aamu illalla".split(
    " ",
  ),
  en: "bill bills billed queue queued waiting waited wait service customer support call called calls phone phoned agent agents technician visit visited fault faults error errors order orders ordered delivery delivered parcel price prices paid pay payment money refund refunded promise promised broken repair repaired fixed outage connection drops dropped person human people bot chat message messages answer answered nobody shop store app login password contract cancel cancelled switch line fast slow slowly friendly rude bad worse good better thanks sorry week weeks day days hour hours minute minutes morning evening".split(
    " ",
  ),
};
const themes = [
  "jonotus",
  "laskutus",
  "yhteys",
  "palvelu",
  "hinta",
  "toimitus",
  "sovellus",
  "lupaus",
  "ystävällisyys",
  "queue",
  "billing",
  "outage",
];
const channels = ["phone", "chat", "email", "web", "app", "store"];

let state = 2026;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};
const pick = (list) => list[Math.floor(random() * list.length)];

const parts = {
  fi: "ka ta si mo lu ra pi ne tä vä hö ki su to le ma ri ju".split(" "),
  en: "ban ter mi lo per sta con der ing ell or".split(" "),
};
/** A word that only the tail of a language holds, by its number. */
function tailWord(lang, number) {
  let word = "";
  for (let rest = number + 20; rest > 0; rest = Math.floor(rest / parts[lang].length))
    word += parts[lang][rest % parts[lang].length];
  return word;
}
const tail = { fi: 60_000, en: 25_000 };
/** Rank by Zipf: a share of small words, of the words of service, and a long tail. */
function word(lang) {
  const kind = random();
  if (kind < 0.38) return small[lang][Math.floor(small[lang].length * random() ** 2)];
  if (kind < 0.86) return core[lang][Math.floor(core[lang].length * random() ** 1.6)];
  return tailWord(lang, Math.floor(tail[lang] ** random()));
}

const from = Date.UTC(2023, 0, 1);
const until = Date.UTC(2026, 10, 1);
function contact(n, sourceId) {
  const lang = random() < 0.65 ? "fi" : "en";
  const words = Array.from({ length: 8 + Math.floor(random() * 30) }, () => word(lang));
  const text = `${words.join(" ")}.`;
  return {
    id: `sample-${n}`,
    hash: `h${n}`,
    externalId: null,
    occurredAt: random() < 0.02 ? null : Math.floor(from + (until - from) * random()),
    respondentKey: `r${Math.floor(random() * 400_000)}`,
    lang,
    text,
    ratingScale: sourceId === "sample-nps" ? "nps" : null,
    ratingX: sourceId === "sample-nps" ? Math.floor(random() * 11) : null,
    channel: pick(channels),
    themes: JSON.stringify(random() < 0.6 ? [pick(themes)] : []),
    thread: null,
    stems: stemsForIndex(text, lang),
  };
}

const db = await openAppDatabase(folder);
const store = await openSqlEvidenceStore(db);
const sources = [
  ["sample-nps", "survey_nps"],
  ["sample-calls", "call_recording"],
  ["sample-tickets", "support_ticket"],
  ["sample-chat", "chat"],
  ["sample-reviews", "app_review"],
];
for (const [id, kind] of sources) {
  if ((await store.findSource(id)) !== undefined) continue;
  await store.addSource({
    id,
    kind,
    title: `SAMPLE ${kind}`,
    fileName: null,
    fileHash: null,
    sample: 1,
    collectedFrom: null,
    collectedTo: null,
    invited: null,
    responded: null,
    samplingNote: null,
    purpose: null,
    consentBasis: "unknown",
    retentionUntil: null,
    createdBy: "bench",
    createdAt: 1,
  });
}
const before = (await store.listSources()).reduce((sum, { contacts }) => sum + contacts, 0);
const began = performance.now();
state = 2026 + before;
let kept = 0;
for (let n = before; n < wanted; n += 50) {
  const source = sources[Math.floor(n / 50) % sources.length][0];
  const size = Math.min(50, wanted - n);
  kept += (
    await store.keepContacts(
      source,
      Array.from({ length: size }, (_, at) => contact(n + at, source)),
    )
  ).kept;
}
const ms = performance.now() - began;
await db.destroy();
console.log(JSON.stringify({ kept, ms }));
