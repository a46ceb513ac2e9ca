"""Small Dutch papers made from templates of our own: as many as a test needs, each time the same."""
import random

CITIES = ["Almere", "Assen", "Breda", "Delft", "Deventer", "Ede", "Emmen", "Gouda", "Heerlen", "Helmond", "Hengelo", "Leiden", "Lelystad",
          "Nijmegen", "Roosendaal", "Schiedam", "Tilburg", "Venlo", "Zoetermeer", "Zwolle"]
SUBJECTS = [("Wonen", "betaalbare woningen", "het ministerie van VRO"), ("Werk", "scholing van werkenden", "het ministerie van SZW"),
            ("Energie", "ruimte op het elektriciteitsnet", "de minister van KGG"), ("Vervoer", "snelle treinen", "het ministerie van IenW"),
            ("Economie", "ruimte voor bedrijven", "EZ"), ("Zorg", "hulp dicht bij huis", "het ministerie van VWS")]
ASKS = ["Wij vragen {who} om te investeren in {what}.",
        "Het kabinet moet € {number} miljoen vrijmaken voor {what}.",
        "Geef gemeenten vóór 1 januari 2027 meer ruimte voor {what}, \"zonder nieuwe regels\".",
        "Gemeenten en provincies moeten samenwerken aan {what} & meer.",
        "Pas de Participatiewet aan, zodat inwoners sneller een baan vinden.",
        "Onderzoek met het UWV hoe {what} beter kan; betrek mkb'ers, zzp’ers en coöperaties."]
FACTS = ["In {city} wachten {number} huishoudens op {what}.",
         "Ongeveer {number} procent van de inwoners van {city} merkt dat er te weinig is gedaan aan {what}.",
         "Een te groot deel van de ondernemers <b>blijft</b> achter, vooral in <i>financiën</i>.",
         "De wachttijd is {number} weken, zie https://example.org/{city}/{number}."]


def paper(seed):
    """(name of the file, date, text)."""
    pick = random.Random(seed)
    city = CITIES[seed % len(CITIES)]
    parts = [f"Plan van {city} — één stad, veel ideeën", ""]
    for heading, what, who in pick.sample(SUBJECTS, 4):
        sentences = [pick.choice(FACTS), *pick.sample(ASKS, 3)]
        parts += [heading, "", " ".join(s.format(what=what, who=who, city=city, number=pick.randint(3, 900)) for s in sentences), ""]
    parts += ["Contact", "", f"Vragen? Bel 06 {20000000 + seed} of mail j.de.vries{seed}@voorbeeld.example.", ""]
    return f"plan-{city.lower()}-{seed}.txt", f"202{3 + seed % 3}-0{1 + seed % 9}-15", "\n".join(parts)


def write(folder, count):
    """Writes papers 0 to count - 1 and plans.csv, which gives their dates, into the folder; the path of plans.csv."""
    rows = ["path,date,kind"]
    for seed in range(count):
        name, date, text = paper(seed)
        (folder / name).write_text(text, encoding="utf-8")
        rows.append(f"{folder / name},{date},position_paper")
    (folder / "plans.csv").write_text("\r\n".join(rows) + "\r\n", encoding="utf-8")
    return folder / "plans.csv"
