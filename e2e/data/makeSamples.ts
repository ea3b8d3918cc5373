/*
 * Writes one small file of every kind that the library reads, and one broken file of each into `broken/`. All of it is invented: people are called Esimerkki,
 * Mallikas or Sample, addresses end in .example. The same bytes every time. Run it again after changing it: node e2e/data/makeSamples.ts
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { strToU8, zipSync, type Zippable } from "fflate";

const here = new URL("./", import.meta.url);
mkdirSync(new URL("broken/", here), { recursive: true });
const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(new URL(name, here), content);
const zip = (files: Record<string, string>): Uint8Array => {
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(files))
    entries[name] = [strToU8(text), { mtime: new Date(2026, 0, 1) }];
  return zipSync(entries);
};
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
const lines = (...all: string[]): string => `${all.join("\n")}\n`;
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

// Survey answers
const forms = "Aikaleima,Sähköpostiosoite,Kuinka todennäköisesti suosittelisit meitä?,Mikä meni pieleen?";
write(
  "forms.csv",
  lines(
    forms,
    '2026/11/03 9.41.22 ap. EET,sari@malli.example,2,"Jonotin yli tunnin, eikä kukaan vastannut"',
    "2026/11/04 1.05.00 ip. EET,olli@malli.example,9,Häiriö korjattiin nopeasti ja siitä kerrottiin",
  ),
);
write("broken/forms.csv", lines(forms));
const typeform =
  '#,What went well?,"What could <em>we</em> do better?",How satisfied are you?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags';
write(
  "typeform.csv",
  lines(
    typeform,
    "sample-a1,The engineer came on time,Answer the phone sooner,4,completed,2026-10-01 10:11:12,,2026-10-01 10:14:00,n1,",
    "sample-a2,,Näyttäkää häiriöt kartalla – äidin kanssa arvattiin,2,completed,2026-10-02 08:00:00,,2026-10-02 08:02:30,n2,",
  ),
);
write(
  "broken/typeform.csv",
  lines(
    typeform,
    'sample-b1,"The quote is never closed,Answer sooner,4,completed,2026-10-01 10:11:12,,2026-10-01 10:14:00,n1,',
    "sample-b2,Everything was fine,Nothing really,5,completed,2026-10-02 08:00:00,,2026-10-02 08:02:30,n2,",
  ),
);
const monkey = lines(
  "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,What happened?,How easy was it to get help? (1–7),Which of these did you use?,",
  ",,,,,,,,,Open-Ended Response,Response,Phone,Chat",
).trimEnd();
write(
  "surveymonkey.csv",
  lines(
    monkey,
    '118000000001,400,10/27/2026 09:12:00,10/27/2026 09:15:00,192.0.2.7,,,,,"I was moved four times, and told it all again",2,Phone,',
    "118000000002,400,10/28/2026 14:00:00,10/28/2026 14:03:00,192.0.2.8,,,,,Ääni katkesi kesken puhelun,5,,Chat",
  ),
);
write("broken/surveymonkey.csv", lines(monkey, "118000000003,400,10/27/2026 09:12:00"));

// A workbook: rich text, a date, a formula's value, a hidden sheet in front
const styles = `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="d.m.yyyy hh:mm"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
const inline = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
const sheetNs = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const workbook = {
  "[Content_Types].xml": `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  "xl/workbook.xml": `${xmlHead}<workbook ${sheetNs} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Asetukset" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Vastaukset" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>`,
  "xl/sharedStrings.xml": `${xmlHead}<sst ${sheetNs}><si><t>Vastausaika</t></si><si><t>Arvosana</t></si><si><r><t>Kerro </t></r><r><rPr><b/></rPr><t>omin sanoin</t></r></si><si><t xml:space="preserve">Lasku oli väärin &amp; sen oikaisu kesti</t></si></sst>`,
  "xl/styles.xml": styles,
  "xl/worksheets/sheet1.xml": `${xmlHead}<worksheet ${sheetNs}><sheetData><row r="1">${inline("A1", "salaista")}</row><row r="2">${inline("A2", "ei")}</row></sheetData></worksheet>`,
  "xl/worksheets/sheet2.xml": `${xmlHead}<worksheet ${sheetNs}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" s="1"><v>46329.403472222</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="s"><v>3</v></c></row><row r="4"><c r="A4" s="1"><v>46330</v></c><c r="B4"><v>5</v></c>${inline("C4", "Asentaja oli ystävällinen ja täsmällinen")}</row></sheetData></worksheet>`,
};
write("survey.xlsx", zip(workbook));
write("broken/survey.xlsx", zip(workbook).slice(0, -120));

// Service desks
const zendeskCsv =
  "Summation column,Id,Requester,Requester id,Requester external id,Requester email,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Solved at,Satisfaction Score,Reopens,Replies,First reply time in minutes,Full resolution time in minutes";
const zendeskRow = (id: string, score: string, created: string): string =>
  `1,${id},Sari Esimerkki,9001,,sari@malli.example,Netti poikki,yhteys häiriö,Solved,Normal,Web,Problem,${created},${created},${created},${score},0,2,42,90`;
write(
  "zendesk.csv",
  lines(
    zendeskCsv,
    zendeskRow("70001", "Bad", "2026-09-01 07:30"),
    zendeskRow("70002", "Good", "2026-09-02 12:00"),
  ),
);
write("broken/zendesk.csv", lines(zendeskCsv, zendeskRow("70003", "Not offered", "2026-09-03 12:00")));
const tickets = [
  {
    id: 71001,
    requester_id: 9001,
    subject: "SAMPLE Netti poikki jo kolmatta päivää",
    description: "Netti on poikki. Milloin se korjataan?",
    via: { channel: "email" },
    tags: ["yhteys", "häiriö"],
    created_at: "2026-09-01T07:30:00Z",
    satisfaction_rating: { score: "bad" },
    comments: [
      {
        author_id: 9001,
        body: "Netti on poikki. Milloin se korjataan?",
        created_at: "2026-09-01T07:30:00Z",
        public: true,
      },
      {
        author_id: 12,
        body: "Hankala asiakas, älä kerro kaikkea",
        created_at: "2026-09-01T08:00:00Z",
        public: false,
      },
      { author_id: 12, body: "Vika on korjattu tänään.", created_at: "2026-09-01T12:00:00Z", public: true },
    ],
  },
  {
    id: 71002,
    requester_id: 9002,
    subject: "SAMPLE Thank you",
    description: "The chat answered at once.",
    via: { channel: "chat" },
    tags: [],
    created_at: "2026-09-02T12:00:00Z",
    satisfaction_rating: { score: "good" },
    comments: [],
  },
];
write("zendesk.ndjson", lines(...tickets.map((ticket) => JSON.stringify(ticket))));
write("zendesk.json", `${JSON.stringify({ tickets }, null, 1)}\n`);
write("broken/zendesk.ndjson", lines(JSON.stringify(tickets[0]), JSON.stringify(tickets[1]).slice(0, 60)));
const freshdesk =
  "Ticket ID,Subject,Description,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,Time tracked,First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,Resolution status,First response status,Tags,Survey results,Product";
const freshdeskRow = (id: string, subject: string, words: string, source: string, more = ""): string =>
  `${id},${subject},"${words}",Closed,Medium,${source},Question,Maija Mallikas,Tuki,2026-08-03 09:10:00,,,,2026-08-03 12:00:00,,,00:20:11,02:50:00,1,2,,,"lasku,muutto",,SAMPLE${more}`;
write(
  "freshdesk.csv",
  lines(
    freshdesk,
    freshdeskRow("501", "Muutto", "<p>Muutin, mutta lasku tuli <b>vanhaan</b> osoitteeseen</p>", "Phone"),
    freshdeskRow("502", "Chat", "Your bot did not understand öljyvahinko", "Chat"),
  ),
);
write(
  "broken/freshdesk.csv",
  lines(
    freshdesk,
    freshdeskRow("502", "Chat", "Ehjä rivi", "Chat"),
    freshdeskRow("503", "Muutto", "Liikaa soluja", "Phone", ",yksi,kaksi"),
  ),
);
const conversation = {
  type: "conversation",
  id: "sample-30001",
  created_at: 1_788_246_000,
  source: {
    type: "conversation",
    delivered_as: "customer_initiated",
    subject: "",
    body: "<p>Hei, miksi lasku on suurempi&nbsp;kuin ennen? &auml;&ouml;</p>",
    author: { type: "user", id: "u-1", name: "Sari Esimerkki", email: "sari@malli.example" },
  },
  tags: { type: "tag.list", tags: [{ name: "lasku" }] },
  conversation_rating: { rating: 2 },
  conversation_parts: {
    conversation_parts: [
      {
        part_type: "comment",
        body: "<p>Hei! Olen robotti.</p>",
        author: { type: "bot", id: "b", name: "Botti" },
        created_at: 1_788_246_010,
      },
      {
        part_type: "note",
        body: "<p>älä lupaa mitään</p>",
        author: { type: "admin", id: "1", name: "Maija Mallikas" },
        created_at: 1_788_246_020,
      },
      {
        part_type: "comment",
        body: "<p>Tarkistan laskun.</p>",
        author: { type: "admin", id: "1", name: "Maija Mallikas" },
        created_at: 1_788_246_030,
      },
    ],
  },
};
write("intercom.json", `${JSON.stringify({ conversations: [conversation] }, null, 1)}\n`);
write("broken/intercom.json", JSON.stringify({ conversations: [conversation] }, null, 1).slice(0, 700));

// Reviews, in UTF-16 as Google Play writes them
const play =
  "Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link";
write(
  "google-play.csv",
  utf16(
    lines(
      play,
      'fi.sample,12,1.2,fi,pixel,2026-07-01T10:00:00Z,1782900000000,2026-07-01T10:00:00Z,1782900000000,1,Ei toimi,"Sovellus kaatuu, kun avaan laskun – äh!",,,,https://play.example/review?id=1',
      "fi.sample,12,1.2,en,pixel,2026-07-02T10:00:00Z,1782986400000,2026-07-02T10:00:00Z,1782986400000,5,,,,,,https://play.example/review?id=2",
    ),
  ),
);
write("broken/google-play.csv", utf16(lines(play)));

// Mail
const mail = (head: string[], ...body: string[]): string => [...head, "", ...body].join("\r\n");
const qp = [
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=iso-8859-1",
  "Content-Transfer-Encoding: quoted-printable",
];
const first = mail(
  [
    "From: =?iso-8859-1?Q?Sari_Esimerkki?= <sari@malli.example>",
    "To: asiakaspalvelu@yritys.example",
    "Subject: =?iso-8859-1?Q?SAMPLE_h=E4iri=F6?=",
    "Date: Tue, 03 Nov 2026 09:41:00 +0200",
    "Message-ID: <sample-1@malli.example>",
    ...qp,
  ],
  "Hei, netti on ollut poikki koko p=E4iv=E4n.",
  "From t=E4=E4lt=E4 en p=E4=E4se t=F6ihin.",
  "-- ",
  "Sari Esimerkki, p. 040 123 4567",
  "",
);
const answer = mail(
  [
    "From: Asiakaspalvelu <asiakaspalvelu@yritys.example>",
    "To: sari@malli.example",
    "Subject: Re: SAMPLE",
    "Date: Tue, 03 Nov 2026 11:00:00 +0200",
    "Message-ID: <sample-2@yritys.example>",
    "In-Reply-To: <sample-1@malli.example>",
    "References: <sample-1@malli.example>",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ],
  "Vika korjataan tänään.",
  "",
  "> Hei, netti on ollut poikki koko päivän.",
  "",
);
write("mail.eml", first);
write(
  "broken/mail.eml",
  mail(
    [
      "From: Sari Esimerkki <sari@malli.example>",
      "Date: Tue, 03 Nov 2026 09:41:00 +0200",
      "Message-ID: <sample-3@malli.example>",
      ...qp,
    ],
    "-- ",
    "Sari",
    "",
  ),
);
const boxed = (text: string): string =>
  `From sari@malli.example Tue Nov  3 09:41:00 2026\r\n${text.replace(/^(>*From )/gm, ">$1")}\r\n`;
// The first header of a mail is "From:", which is not "From "; only the separating line and the quoted body are.
const html = mail(
  [
    "From: Olli Mallikas <olli@malli.example>",
    "Subject: SAMPLE Invoice",
    "Date: Wed, 04 Nov 2026 08:00:00 +0000",
    "Message-ID: <sample-4@malli.example>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b1"',
  ],
  "--b1",
  "Content-Type: text/html; charset=utf-8",
  "",
  '<p>The invoice was wrong <b>again</b>.</p><img src="https://tracker.example/x.gif"><script>alert(1)</script>',
  "--b1",
  'Content-Type: application/pdf; name="lasku.pdf"',
  "Content-Disposition: attachment",
  "Content-Transfer-Encoding: base64",
  "",
  "JVBERi0xLjcK",
  "--b1--",
  "",
);
write("mails.mbox", boxed(first) + boxed(answer) + boxed(html));
write(
  "broken/mails.mbox",
  boxed(first) +
    boxed(
      mail(
        [
          "From: x@malli.example",
          "Date: Tue, 03 Nov 2026 09:41:00 +0200",
          "Message-ID: <sample-5@malli.example>",
        ],
        "",
      ),
    ),
);

// A chat
write(
  "whatsapp.txt",
  lines(
    "[12.3.2026 klo 14.08.18] Yritys: \u200EViestit ja puhelut ovat täysin salattuja.",
    "[12.3.2026 klo 14.08.20] Sari Esimerkki: Hei, missä asentaja viipyy?",
    "Odotin jo aamulla.",
    "[12.3.2026 klo 14.09.01] Asiakaspalvelija: Hän on tulossa klo 15:30.",
    "\u200E[12.3.2026 klo 14.10.00] Sari Esimerkki: \u200E<liite: 00000012-PHOTO.jpg>",
    "[13.3.2026 klo 9.00.00] Sari Esimerkki: Kiitos, kaikki toimii nyt hyvin!",
  ),
);
write(
  "whatsapp-us.txt",
  lines(
    "3/5/26, 10:14 AM - Messages and calls are end-to-end encrypted.",
    "3/5/26, 10:14 AM - Sam Sample: Nobody called me back",
    "3/5/26, 10:20 AM - Agent: We are sorry, we will call today",
  ),
);
write(
  "broken/whatsapp.txt",
  lines(
    "[12.3.2026 klo 14.10.00] Sari Esimerkki: <liite: a.jpg>",
    "[12.3.2026 klo 14.11.00] Sari Esimerkki: <liite: b.jpg>",
  ),
);

// Word documents
const wordNs = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string): string =>
  text
    .split("\n")
    .map((one) => `<w:t xml:space="preserve">${escaped(one)}</w:t>`)
    .join("<w:br/>");
const word = (...paragraphs: string[]): Record<string, string> => ({
  "[Content_Types].xml": `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  "word/document.xml": `${xmlHead}<w:document ${wordNs}><w:body>${paragraphs.map((one) => (one.startsWith("<") ? one : `<w:p><w:r>${run(one)}</w:r></w:p>`)).join("")}</w:body></w:document>`,
});
write(
  "interview.docx",
  zip(
    word(
      "Haastattelu 3, SAMPLE",
      "H: Mitä tapahtui, kun netti katkesi?",
      "<w:p><w:r><w:t>M: Soitin ja jonotin, </w:t></w:r><w:del><w:r><w:delText>suutuin, </w:delText></w:r></w:del><w:r><w:t>yli tunnin.</w:t></w:r></w:p>",
      "H: Entä sitten?",
      "M: Lopulta luovutin – äänestin jaloillani.",
    ),
  ),
);
write(
  "teams.docx",
  zip(
    word(
      "Maija Mallikas   0:03\nMitä kävi? Milloin?",
      "Sari Esimerkki   0:09\nYhteys katkesi kesken puhelun.",
      "Maija Mallikas   1:02:03\nKuka auttoi?",
      "Sari Esimerkki   1:02:10\nEi kukaan, hätä oli iso.",
    ),
  ),
);
write("broken/interview.docx", zip({ "word/styles.xml": "<w:styles/>" }));

// A coded project of a research tool (REFI-QDA)
const told = "Soitin kolme kertaa. Jonotin joka kerta yli tunnin 😀. Lopuksi sain avun heti.";
const lettersIn = (text: string): number => Array.from(text).length;
const place = (words: string): string => {
  const from = lettersIn(told.slice(0, told.indexOf(words)));
  return `startPosition="${from}" endPosition="${from + lettersIn(words)}"`;
};
const coded = (words: string, code: string): string =>
  `<PlainTextSelection guid="s-${code}" name="x" ${place(words)}><Coding guid="k-${code}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`;
const qda = (sources: string): string =>
  `${xmlHead}<Project xmlns="urn:QDA-XML:project:1.0" name="SAMPLE ${lettersIn(told)}"><CodeBook><Codes><Code guid="c1" name="Jonotus" isCodable="true"><Code guid="c2" name="Apu &amp; ääni" isCodable="true"/></Code></Codes></CodeBook><Sources>${sources}</Sources></Project>`;
write(
  "project.qdpx",
  zip({
    "project.qde": qda(
      `<TextSource guid="t1" name="Haastattelu" plainTextPath="internal://t1.txt">${coded("Jonotin joka kerta yli tunnin", "c1")}${coded("Lopuksi sain avun heti.", "c2")}</TextSource>`,
    ),
    "sources/t1.txt": told,
  }),
);
write("broken/project.qdpx", zip({ "project.qde": qda(""), "sources/x.txt": "x" }));

// The kinds that were there before
write("broken/zoom.vtt", lines("WEBVTT", "", "SAMPLE without a single cue"));
write("broken/call.srt", lines("1", "00:00:01,000 --> 00:00:03,500", ""));
write("broken/interview.txt", new Uint8Array([72, 101, 105, 0, 1, 2, 0, 0, 3]));
