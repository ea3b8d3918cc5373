/*
 * Writes survey-1000.csv: 1,000 invented answers to a survey that never was, in Finnish with some English, every id marked
 * SAMPLE. The same every time. Run it again after changing it: node e2e/data/makeSurvey.ts
 */
import { writeFileSync } from "node:fs";

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const random = seeded(2026);
const pick = <T>(list: readonly T[]): T => {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error("an empty list");
  return item;
};

const openings = {
  bad: [
    "Netti pätki taas koko illan",
    "Jonotin puhelimessa yli tunnin",
    "Laskussa oli virhe jo toisen kerran",
    "Minulle luvattiin soittaa takaisin, eikä kukaan soittanut",
    "Chatbotti ei ymmärtänyt, mitä yritin sille selittää",
    "Asentaja ei saapunut sovittuna päivänä",
    "Selitin saman asian neljälle eri ihmiselle",
    "The connection kept dropping every morning",
  ],
  flat: [
    "Palvelu toimii niin kuin pitääkin",
    "Ei erityistä sanottavaa tästä",
    "Hinta on nousussa, mutta yhteys pysyy päällä",
    "Asia hoitui, vaikka odotin pidempään kuin olisin halunnut",
    "It works, nothing more to say",
  ],
  good: [
    "Asiakaspalvelija oli ystävällinen ja hoiti vian heti",
    "Sain apua nopeasti, kiitos siitä",
    "Myymälässä minua kuunneltiin oikeasti",
    "Uusi liittymä saatiin käyttöön samana päivänä",
    "The person who called me back really helped",
  ],
};
const tails = {
  bad: [
    "ja työpäivä meni hukkaan",
    "enkä saanut mistään kiinni ihmistä",
    "eikä kukaan pyytänyt anteeksi",
    "ja harkitsen operaattorin vaihtoa",
    "vaikka maksan tästä täyden hinnan",
  ],
  flat: ["tällä kertaa", "ainakin toistaiseksi", "kesän jälkeen", "meidän taloyhtiössämme"],
  good: [
    "ja jäi hyvä mieli",
    "eikä minun tarvinnut selittää kahdesti",
    "heti ensimmäisellä soitolla",
    "äidillenikin",
  ],
};
const channels = ["puhelin", "chat", "sähköposti", "myymälä", "verkkosivu"];
const cell = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const lines = [
  "Vastauksen ID;Aikaleima;Kuinka todennäköisesti suosittelisit meitä? (0–10);Kerro omin sanoin, mitä tapahtui;Kanava",
];
for (let n = 1; n <= 1000; n += 1) {
  const score = pick([0, 1, 2, 3, 3, 4, 5, 6, 7, 7, 8, 8, 9, 9, 10]);
  const mood = score <= 6 ? "bad" : score <= 8 ? "flat" : "good";
  const day = `${1 + Math.floor(random() * 28)}.${1 + Math.floor(random() * 6)}.2026`;
  const time = `${8 + Math.floor(random() * 12)}.${String(Math.floor(random() * 60)).padStart(2, "0")}`;
  const said = `${pick(openings[mood])}; ${pick(tails[mood])}.`;
  const text = n % 50 === 0 ? `Hän sanoi: "kyllä se siitä".\n${said}` : said;
  lines.push(
    [`SAMPLE-${String(n).padStart(4, "0")}`, `${day} klo ${time}`, String(score), text, pick(channels)]
      .map(cell)
      .join(";"),
  );
}
writeFileSync(new URL("survey-1000.csv", import.meta.url), `\uFEFF${lines.join("\r\n")}\r\n`);
