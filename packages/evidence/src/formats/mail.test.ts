import { expect, test } from "vitest";
import type { Contact } from "../contact.ts";
import { countPersonalData, maskContact } from "../maskContact.ts";
import { isRefusal } from "../refusal.ts";
import { mailContacts, readMail, type Mail } from "./mail.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function mails(...texts: string[]): Promise<Mail[]> {
  const read = await Promise.all(texts.map((text, at) => readMail(bytes(text), at + 1)));
  return read.flatMap((mail) => (isRefusal(mail) ? [] : [mail]));
}

const asks = `From: Sari Esimerkki <sari@malli.example>
To: Asiakaspalvelu <asiakaspalvelu@yritys.example>
Subject: Lasku
Date: Tue, 03 Nov 2026 09:41:00 +0200
Message-ID: <1@malli.example>

Lasku tuli kahdesti.
`;

const answers = `From: Asiakaspalvelu <asiakaspalvelu@yritys.example>
To: sari@malli.example
Subject: Re: Lasku
Date: Tue, 03 Nov 2026 11:00:00 +0200
Message-ID: <2@yritys.example>
In-Reply-To: <1@malli.example>

Hyvitämme toisen.
-- 
Aspa

Sari Esimerkki <sari@malli.example> kirjoitti:
> Lasku tuli kahdesti.
> Soita Sarille, 040 123 4567.
> -- 
> Sari Esimerkki, Mallikatu 3
`;

const thread = async (): Promise<Contact | undefined> => [...mailContacts(await mails(answers, asks))][0];

test("mails of one thread stand in the order they were sent, each with its subject, its receivers, its moment and the words it repeats", async () => {
  const contact = await thread();
  expect(contact?.thread?.map(({ speaker, name, text }) => [speaker, name, text])).toEqual([
    ["customer", "Sari Esimerkki", "Lasku\n\nLasku tuli kahdesti."],
    ["agent", "Asiakaspalvelu", "Hyvitämme toisen."],
  ]);
  expect(contact?.thread?.map(({ letter }) => letter)).toEqual([
    {
      subject: "Lasku",
      at: "2026-11-03T07:41:00.000Z",
      to: [{ speaker: "agent", name: "Asiakaspalvelu" }],
      quoted: "",
    },
    {
      subject: "Re: Lasku",
      at: "2026-11-03T09:00:00.000Z",
      // By the name under which the same address writes.
      to: [{ speaker: "customer", name: "Sari Esimerkki" }],
      quoted: "Lasku tuli kahdesti.\nSoita Sarille, 040 123 4567.",
    },
  ]);
  expect(contact?.text).not.toContain("Soita");
});

test("whoever writes and receives is one code; what a mail repeats is masked and counted like its own words", async () => {
  const contact = await thread();
  if (contact === undefined) throw new Error("no thread");
  expect(countPersonalData(contact)).toEqual({ name: 1, phone: 1 });
  const masked = maskContact(contact);
  expect(masked.thread?.map(({ name, letter }) => [name, letter?.to[0]?.name, letter?.quoted])).toEqual([
    ["P1", "P2", ""],
    ["P2", "P1", "Lasku tuli kahdesti.\nSoita [name], [phone]."],
  ]);
  expect(JSON.stringify(masked.thread)).not.toMatch(/Sari|malli\.example|Mallikatu/);
});

test("what follows the line of an original message is repeated, without its head, and never the mail's own", async () => {
  const [mail] = await mails(`From: Olli <olli@malli.example>
Date: Tue, 03 Nov 2026 09:41:00 +0200

Thanks, that helped.

----- Original Message -----
From: Support <support@firm.example>
Sent: Monday
Subject: Your invoice

We paid it back.
`);
  expect(mail).toMatchObject({ text: "Thanks, that helped.", quoted: "We paid it back." });
});
