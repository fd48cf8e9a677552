const FIRST = [
  'Aada', 'Anders', 'Anni', 'Antti', 'Astrid', 'Eeva', 'Eirik', 'Elias', 'Emma', 'Erik', 'Fredrik', 'Hanna', 'Heidi',
  'Henna', 'Iida', 'Ingvild', 'Jani', 'Johanna', 'Jonas', 'Juho', 'Kaisa', 'Karin', 'Kari', 'Katja', 'Kristian',
  'Laura', 'Lauri', 'Leena', 'Liv', 'Magnus', 'Maria', 'Markku', 'Mikael', 'Minna', 'Nils', 'Noora', 'Olli', 'Outi',
  'Petra', 'Ragnhild', 'Saara', 'Silje', 'Sofia', 'Synnøve', 'Tarja', 'Teemu', 'Thea', 'Tiina', 'Torbjørn', 'Ville'
] // prettier-ignore
const LAST = [
  'Aalto', 'Andersen', 'Bakke', 'Berglund', 'Eriksson', 'Forsman', 'Hansen', 'Harju', 'Heinonen', 'Hovland',
  'Ikonen', 'Järvinen', 'Johansen', 'Karlsson', 'Kivelä', 'Kinnunen', 'Kristiansen', 'Lahti', 'Lindqvist', 'Lund',
  'Manninen', 'Myhre', 'Nurmi', 'Nygård', 'Ojala', 'Olsen', 'Pettersen', 'Pitkänen', 'Rinne', 'Ruud', 'Saari',
  'Salonen', 'Savolainen', 'Solberg', 'Sunde', 'Tuominen', 'Vatanen', 'Viken', 'Wallin', 'Østby'
] // prettier-ignore

/** As many made-up names as asked for, no two alike. */
export const neighbourNames = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const first = FIRST[(i * 7) % FIRST.length]!
    const last = LAST[(i * 3 + Math.floor(i / LAST.length) * 11) % LAST.length]!
    return `${first} ${last}`
  })
