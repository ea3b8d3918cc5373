/** Words that exports use for the channels of the method (A3), English and Finnish. */
const words: readonly [RegExp, string][] = [
  [/^(callback|call back|takaisinsoitto)/, "callback"],
  [/^(phone|call|voice|puhelin|puhelu|soitto|tel)/, "phone"],
  [/^(chatbot|bot|botti)/, "chatbot"],
  [/^(chat|web chat|livechat|live chat|keskustelu)/, "chat"],
  [/^(e-?mail|mail$|sähköposti|meili)/, "email"],
  [/^(letter|post$|kirje)/, "letter"],
  [/^(store|shop|myymälä|liike|kauppa|branch|konttori)/, "store"],
  [/^(face|in person|kasvokkain|tapaaminen|käynti)/, "face_to_face"],
  [/^(home visit|kotikäynti)/, "home_visit"],
  [/^(sms|tekstiviesti|text message)/, "sms"],
  [/^(whatsapp|messenger|viestisovellus|messag)/, "messaging_app"],
  [/^(app|mobile app|sovellus|mobiili|android|ios)/, "app"],
  [/^(web|www|site|verkkosivu|nettisivu|verkko|lomake|form|internet)/, "web"],
  [/^(facebook|twitter|instagram|linkedin|social|some$|sosiaalinen)/, "social"],
  [/^(video|teams|zoom)/, "video"],
  [/^(kiosk|päätelaite)/, "kiosk"],
  [/^(portal|oma|asiakasportaali|portaali)/, "portal"],
  [/^(push|ilmoitus)/, "push"],
  [/^(community|forum|foorumi|yhteisö)/, "community"],
  [/^(media|lehti|tv|radio)/, "media"],
  [/^(word of mouth|puskaradio|suositus)/, "word_of_mouth"],
];

/** A channel of the method for what a file calls it; what is not known is `other`, emptiness undefined. */
export function readChannel(value: string): string | undefined {
  const text = value.trim().toLowerCase().replaceAll("_", " ");
  if (text === "") return undefined;
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? "other";
}
