/** Names are listed with commas between them. */
const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** Given names by gender, and family names as [prefix, name]; Dutch ones and those of the people who live there. */
export const givenNames: readonly (readonly [name: string, gender: 'male' | 'female'])[] = [
  ...list(`Jan, Pieter, Willem, Sjoerd, Daan, Thijs, Bram, Joost, Ruben, Lars, Hendrik, Cornelis, Gijs,
    Jeroen, Maarten, Wouter, Koen, Stijn, Teun, Jelle, Mohammed, Yusuf, Şükrü, Łukasz, Jürgen,
    François, José, Søren, Tomáš, Nguyên, Rafał, Göran, Ímre, Andrés, Noël, Jean-Luc, Krzysztof, Li,
    Óscar, Dragoš, Aart, Bas, Casper, Dirk, Evert, Floris, Gerard, Huub, Ivo, Jaap, Kees, Lodewijk,
    Menno, Niels, Olivier, Rik, Sander, Tobias, Victor, Ype`).map((name) => [name, 'male'] as const),
  ...list(`Anna, Sanne, Fleur, Zoë, Maaike, Femke, Lotte, Renée, Eline, Noor, Roos, Annelies, Tjitske,
    Wietske, Marieke, Ingrid, Saskia, Chloë, Loïs, Esmée, Fatima, Ayşe, Agnieszka, Małgorzata, Hélène,
    Beyoncé, María, Åsa, Božena, Thị, Çiğdem, Eszter, Ana-Sofía, Mei, Øydis, Zsófia, Siân, Inês,
    Chantal, Astrid, Bianca, Carolien, Doutzen, Elske, Frederique, Gerda, Hanneke, Iris, Judith, Karin,
    Liesbeth, Mirjam, Nienke, Ottilie, Petra, Rosalie, Simone, Trijntje, Willemijn`).map(
    (name) => [name, 'female'] as const,
  ),
];

export const familyNames: readonly (readonly [prefix: string, name: string])[] = [
  ...list(`de|Vries, de|Jong, van den|Berg, van|Dijk, van der|Meer, van de|Ven, van 't|Hof, in 't|Veld,
    ter|Horst, ten|Brink, den|Hartog, op den|Kamp, van|Dam, de|Wit, van der|Linden, de|Groot,
    uit den|Bogaard, te|Riele, 's|Gravenzande, von|Müller`).map(
    (entry) => [entry.split('|')[0] ?? '', entry.split('|')[1] ?? ''] as const,
  ),
  ...list(`Jansen, Bakker, Visser, Smit, Meijer, Mulder, Bos, Vos, Peters, Hendriks, Dekker, Brouwer, Koster,
    Prins, Blom, Huisman, Postma, Hoekstra, Zijlstra, Schouten, Veenstra, Kramer, Wiersma, Scholten,
    Verhoeven, Martens, Kuipers, Timmermans, Groen, Jacobs, O'Brien, D'Angelo, Müller, Şahin, Yıldırım,
    Nguyễn, Kowalczyk, Łukaszewski, García Márquez, Peña, Gonçalves, Åkesson, Sørensen, Dvořák, Novák,
    Çelik, El Amrani, Benali, Özdemir, Škoda, Ó Súilleabháin, Lefèvre, Bâle, Weiß, Szabó, Ionescu,
    Papadopoulos, Chen, Wang, Adeyemi, Abbink, Boersma, Cuperus, Dijkstra, Elzinga, Feenstra, Geerts,
    Haverkamp, IJzerman, Jongsma, Kloosterman, Lammers, Molenaar, Nijland, Oosterhuis, Pronk, Reitsma,
    Sikkema, Tuinstra, Uijtdewilligen, Verbeek, Wagenaar, Ypma, Zuidema, Baars, Coenen, Driessen,
    Engelen, Franken, Gerritsen`).map((name) => ['', name] as const),
];

export const birthPlaces =
  list(`Utrecht, Amsterdam, 's-Hertogenbosch, Den Haag, Groningen, Kraków, İstanbul, Paramaribo, Köln,
    Málaga`);

export const functionNames =
  list(`Kok, Chef de cuisine, Medewerker bediening, Planner, Magazijnmedewerker, HR-adviseur, Controller,
    Inkoper, Verkoper binnendienst, Software engineer, R&D-medewerker, Teamleider, Monteur,
    Projectleider, Receptioniste, Jurist, Chauffeur 't Gooi, Analist <junior>, Algemeen directeur,
    Hoofd financiën`);

export const departmentNames = list(`Keuken, Bediening, Logistiek, Personeel & Organisatie, Financiën, Inkoop, Verkoop,
    Research & Development, Techniek, Directie`);

const spelledOut: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', ı: 'i', đ: 'd', æ: 'ae', þ: 'th' };

/** A name in the letters that an e-mail address takes. */
export const asAddressPart = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[ßøłıđæþ]/g, (letter) => spelledOut[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9-]/g, '');
