/** Numbers in 0..1, the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const openings = [
  "Netti pätki taas koko illan",
  "Jonotin puhelimessa yli tunnin",
  "Laskussa oli virhe jo toisen kerran",
  "Minulle luvattiin soittaa takaisin, eikä kukaan soittanut",
  "Asentaja ei saapunut sovittuna päivänä",
  "The connection kept dropping every morning",
  "Palvelu toimii niin kuin pitääkin",
  "Hinta on nousussa, mutta yhteys pysyy päällä",
  "It works, nothing more to say",
  "Asiakaspalvelija oli ystävällinen ja hoiti vian heti",
  "Myymälässä minua kuunneltiin oikeasti",
  "The person who called me back really helped",
];
const tails = [
  "ja työpäivä meni hukkaan",
  "enkä saanut mistään kiinni ihmistä",
  "eikä kukaan pyytänyt anteeksi",
  "vaikka maksan tästä täyden hinnan",
  "ainakin toistaiseksi",
  "eikä minun tarvinnut selittää kahdesti",
  "heti ensimmäisellä soitolla",
];
const channels = ["puhelin", "chat", "sähköposti", "myymälä", "verkkosivu"];

/** An invented survey: id, moment, score 0–10, what happened in the customer's words, channel; `;` between, a byte order mark first. */
export function surveyCsv(rows: number): string {
  const random = seeded(2026);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const two = (value: number): string => String(value).padStart(2, "0");
  const lines = [
    "Vastauksen ID;Aikaleima;Kuinka todennäköisesti suosittelisit meitä? (0–10);Kerro omin sanoin, mitä tapahtui;Kanava",
  ];
  for (let n = 1; n <= rows; n += 1) {
    const day = `${1 + Math.floor(random() * 28)}.${1 + Math.floor(random() * 6)}.2026`;
    const at = `${day} klo ${8 + Math.floor(random() * 12)}.${two(Math.floor(random() * 60))}`;
    const words = `"${pick(openings)}; ${pick(tails)}. (${n})"`;
    lines.push(
      `SAMPLE-${String(n).padStart(6, "0")};${at};${Math.floor(random() * 11)};${words};${pick(channels)}`,
    );
  }
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
