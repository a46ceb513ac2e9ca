"""g40 export --format html in headless Chromium: what a reader sees and does. Nothing is skipped where the browser is missing."""
import base64
import json
import subprocess

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.print_page_options import PrintOptions
from selenium.webdriver.support.wait import WebDriverWait

OPTIONS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SHOWN = "return [...document.querySelectorAll(arguments[0])].filter((one) => !one.hidden).length"
HOSTILE = """<script>document.title = 'run'</script> Bouw

De gemeente moet </mark></script><script>alert(2)</script> woningen bouwen & onderhouden.
Het Rijk moet zorgen voor <img src=x onerror=alert(3)> nieuwe wegen.
"""
PARTIES = {
    "cda-plan": ("cda", "Wonen en werk\n\nWij geven ruimte voor circulaire economie in de steden. Het Rijk moet innovatie en clustervorming stimuleren."),
    "d66-plan": ("d66", "Werk\n\nDe aanbevelingen van de commissie-Roemer zetten we om in daden. Fietspaden worden breder."),
    "d66-bijlage": ("d66", "Bijlage\n\nWij willen meer bomen in de straat. De basisbaan krijgt ruimte, zoals in Groningen."),
}
SHOWN_NUMBERS = "return [...document.querySelectorAll('.positions > li')].filter((one) => !one.hidden).map((one) => one.value)"
SHOWN_PAIRS = """
return [...document.querySelectorAll(".pair")].filter((one) => one.checkVisibility()).map((one) =>
  [one.closest(".ask").querySelector(".asked blockquote").textContent, one.querySelector("blockquote").textContent, one.dataset.state]);
"""
FOCUSABLE = """
return [...document.querySelectorAll("a[href], button, select, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
  .map((one, at) => one.dataset.walk = String(at));
"""
FOCUSED = """
const one = document.activeElement, style = getComputedStyle(one);
return [one.dataset.walk || null, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2];
"""
CHOOSE = """
const field = document.querySelector(`select[name="${arguments[0]}"]`);
field.value = arguments[1];
field.dispatchEvent(new Event("change", { bubbles: true }));
return field.value;
"""
MARKED = """
return [...document.querySelectorAll(".positions > li")].map((item) => [...document.querySelectorAll("mark")]
  .filter((one) => one.dataset.p.split(" ").includes(String(item.value))).map((one) => one.textContent).join(""));
"""
CONTRAST = """
const parse = (text) => text.match(/[\\d.]+/g).map(Number);
const light = (rgb) => rgb.slice(0, 3).map((c) => c / 255).map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
  .reduce((sum, c, at) => sum + c * [.2126, .7152, .0722][at], 0);
const behind = (one) => {
  for (; one; one = one.parentElement) {
    const colour = parse(getComputedStyle(one).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
};
return arguments[0].map((selector) => [...document.querySelectorAll(selector)].map((one) => {
  const pair = [light(parse(getComputedStyle(one).color)), light(behind(one))].sort((a, b) => b - a);
  return (pair[0] + .05) / (pair[1] + .05);
}));
"""


def squeezed(text):
    return "".join(text.split())


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for one in [*OPTIONS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(one)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(g40, tmp_path_factory):
    """The pages by name: papers in both languages, those of a hostile paper, and its uptake."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "plan.txt").write_text(HOSTILE, encoding="utf-8")
    run = g40("ingest", "--db", folder / "x.g40", "--title", "<script>alert(1)</script>", "--date", "2025-01-01", folder / "plan.txt")
    assert run.status == 0, run.err
    hostile = ["--db", folder / "x.g40"]
    for slug, (holder, text) in PARTIES.items():
        (folder / f"{slug}.txt").write_text(text + "\n", encoding="utf-8")
        run = g40("ingest", "--db", folder / "parties.g40", "--holder", holder, "--date", "2025-01-01", folder / f"{slug}.txt")
        assert run.status == 0, run.err
    wanted = {"nl": ["--lang", "nl"], "en": ["--lang", "en"], "hostile": hostile, "uptake": [*hostile, "--uptake"],
              "parties": ["--db", folder / "parties.g40", "--uptake"]}
    for name, options in wanted.items():
        run = g40("export", "--format", "html", "-o", folder / f"{name}.html", *options)
        assert run.status == 0, run.err
    return folder


@pytest.fixture(autouse=True)
def settled(browser):
    browser.set_window_size(1280, 900)
    browser.get("about:blank")


def visit(browser, pages, name):
    browser.get((pages / f"{name}.html").as_uri())


@pytest.mark.parametrize("name", ["nl", "en", "hostile", "uptake"])
def test_a_page_says_nothing_on_the_console_and_asks_for_nothing_but_itself(browser, pages, name):
    browser.get_log("browser"), browser.get_log("performance")
    visit(browser, pages, name)
    messages = [json.loads(one["message"])["message"] for one in browser.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    page = (pages / f"{name}.html").as_uri()
    assert page in asked and set(asked) <= {page, "data:,"}
    assert browser.get_log("browser") == []
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == ("nl" if name == "nl" else "en")


@pytest.mark.parametrize("name", ["nl", "en"])
def test_marked_words_are_those_of_the_database(g40, browser, pages, name):
    visit(browser, pages, name)
    rows = g40("positions", "--format", "jsonl").jsonl
    expected = [squeezed("".join(passage["text"] for passage in row["passages"])) for row in rows]
    assert [squeezed(one) for one in browser.execute_script(MARKED)] == expected != []


@pytest.mark.parametrize("filters", [{"kind": "ask"}, {"theme": "mkb"}, {"kind": "ask", "theme": "mkb"}])
def test_filters_show_as_many_as_the_command_counts(g40, browser, pages, filters):
    visit(browser, pages, "nl")
    everything = len(g40("positions", "--format", "jsonl").jsonl)
    assert browser.execute_script(SHOWN, ".positions > li") == everything
    for name, value in filters.items():
        assert browser.execute_script(CHOOSE, name, value) == value
    options = [part for name, value in filters.items() for part in (f"--{name}", value)]
    expected = len(g40("positions", *options, "--format", "jsonl").jsonl)
    assert 0 < expected < everything and browser.execute_script(SHOWN, ".positions > li") == expected
    assert str(expected) in browser.find_element(By.ID, "count").text.split()


def options_of(browser, name):
    """The values of a filter with their words, without the one for all."""
    script = "return [...document.querySelectorAll(`select[name=${arguments[0]}] option`)].map((one) => [one.value, one.textContent])"
    return [one for one in browser.execute_script(script, name) if one[0]]


def numbers(everything, rows):
    """Numbers on the page of rows of the command."""
    wanted = {row["id"] for row in rows}
    return [at for at, row in enumerate(everything, 1) if row["id"] in wanted]


def test_filters_by_ministry_show_what_the_command_finds_named_and_responsible(g40, browser, pages):
    visit(browser, pages, "en")
    everything = g40("positions", "--format", "jsonl").jsonl
    ministries = options_of(browser, "ministry")
    assert len(ministries) > 4
    for version, words in ministries:
        abbreviation, found = words.split(",")[0], {}
        browser.execute_script(CHOOSE, "ministry", version)
        for how, option in ("n", "--ministry"), ("r", "--responsible"):
            found[how] = numbers(everything, g40("positions", option, abbreviation, "--format", "jsonl").jsonl)
            browser.execute_script(CHOOSE, "how", how)
            assert browser.execute_script(SHOWN_NUMBERS) == found[how], (abbreviation, how)
        browser.execute_script(CHOOSE, "how", "")
        assert browser.execute_script(SHOWN_NUMBERS) == sorted({*found["n"], *found["r"]}) != []
        assert words.endswith(f"({len(found['n'])} / {len(found['r'])})")


def test_how_alone_shows_what_names_a_ministry_or_has_a_responsible_one(g40, browser, pages):
    visit(browser, pages, "en")
    everything = g40("positions", "--format", "jsonl").jsonl
    for how in ("n", "r"):
        rows = [row for row in everything if any(one["id"] and (one["relation"] == "responsible") == (how == "r") for one in row["ministries"])]
        browser.execute_script(CHOOSE, "how", how)
        assert browser.execute_script(SHOWN_NUMBERS) == numbers(everything, rows) != []


def test_a_ministry_of_then_is_found_and_the_panel_says_who_answers_now(browser, pages):
    visit(browser, pages, "en")
    (then,) = [value for value, words in options_of(browser, "ministry") if words.startswith("KGG,")]
    browser.execute_script(CHOOSE, "ministry", then)
    browser.find_element(By.ID, f"r{browser.execute_script(SHOWN_NUMBERS)[0]}").send_keys(Keys.ENTER)
    assert "KGG Klimaat en Groene Groei KGG → now EZK Economische Zaken en Klimaat" in browser.find_element(By.ID, "chosen").text


def test_filters_by_stakeholder_and_its_kind_show_what_the_command_finds(g40, browser, pages):
    visit(browser, pages, "nl")
    everything = g40("positions", "--format", "jsonl").jsonl
    stakeholders = options_of(browser, "stakeholder")
    assert len(stakeholders) > 20
    for value, words in stakeholders[:12]:
        rows = g40("positions", "--stakeholder", f"stakeholder/{value}", "--format", "jsonl").jsonl
        browser.execute_script(CHOOSE, "stakeholder", value)
        assert browser.execute_script(SHOWN_NUMBERS) == numbers(everything, rows) != [], value
        assert words.endswith(f"({len(rows)})")
    browser.execute_script(CHOOSE, "stakeholder", "")
    for value, _ in options_of(browser, "stakeholder_kind"):
        rows = [row for row in everything if any(one["kind"] == value for one in row["stakeholders"])]
        browser.execute_script(CHOOSE, "stakeholder_kind", value)
        assert browser.execute_script(SHOWN_NUMBERS) == numbers(everything, rows) != [], value


def follow(browser, link):
    """Presses Enter on a number and waits for as many positions: a page hears of its new address a moment later."""
    link.send_keys(Keys.ENTER)
    WebDriverWait(browser, 30).until(lambda driver: driver.execute_script(SHOWN, ".positions > li") == int(link.text))


def test_a_number_of_the_table_sets_the_filters_that_give_it_and_does_so_again(g40, browser, pages):
    visit(browser, pages, "en")
    edges = g40("network", "--between", "theme-ministry", "--format", "jsonl").jsonl
    weights = {(edge["from"]["id"].split("/")[1], edge["to"]["version"], edge["relation"][0]): edge["weight"] for edge in edges}
    links = browser.find_elements(By.CSS_SELECTOR, "#table a[href^='#f:']")
    assert len(links) == len(weights) > 10
    for _ in range(2):
        for link in links[:3]:
            follow(browser, link)
            form = browser.execute_script("return Object.fromEntries(new FormData(document.getElementById('filters')))")
            assert int(link.text) == weights[form["theme"], form["ministry"], form["how"]]
            assert browser.switch_to.active_element.get_attribute("id") == "fold"
        links[2].send_keys(Keys.ENTER)
        browser.execute_script("document.querySelector('button[type=reset]').click()")
        assert browser.execute_async_script("setTimeout(() => setTimeout(arguments[0], 0, document.querySelectorAll('.positions > li[hidden]').length))") == 0
        follow(browser, links[2])


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_the_panel_opens_and_escape_gives_the_focus_back(g40, browser, pages, by):
    visit(browser, pages, "en")
    note = browser.find_element(By.ID, "r1")
    if by == "mouse":
        browser.execute_script("arguments[0].scrollIntoView({ block: 'center' })", note)
        note.click()
    else:
        browser.execute_script("document.getElementById('r1').focus()")
        note.send_keys(Keys.ENTER)
    active = browser.switch_to.active_element
    assert active.get_attribute("id") == "chosen"
    quote = g40("positions", "--format", "jsonl").jsonl[0]["passages"][0]["quote"]
    assert squeezed(quote)[:40] in squeezed(active.text)
    active.send_keys(Keys.ESCAPE)
    assert browser.switch_to.active_element.get_attribute("id") == "r1"
    assert "empty" in browser.find_element(By.ID, "panel").get_attribute("class").split()


def test_tab_leads_from_the_top_of_the_page_to_its_main_part(browser, pages):
    visit(browser, pages, "nl")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert "skip" in browser.switch_to.active_element.get_attribute("class")


def test_uptake_filters_by_party_and_state(g40, browser, pages):
    visit(browser, pages, "uptake")
    rows = g40("uptake", "--db", pages / "x.g40", "--format", "jsonl").jsonl
    assert browser.execute_script(SHOWN, ".pair") == len(rows) > 0
    for name in ("state", "party"):
        for option in browser.find_elements(By.CSS_SELECTOR, f"select[name={name}] option"):
            value = option.get_attribute("value")
            assert browser.execute_script(CHOOSE, name, value) == value
            expected = [one for one in browser.find_elements(By.CLASS_NAME, "pair")
                        if not value or value in (one.get_attribute(f"data-{name}") or "").split()]
            assert browser.execute_script(SHOWN, ".pair") == len(expected)
            if name == "state":
                assert len(expected) == len([row for row in rows if value in ("", row["state"])])
        browser.execute_script(CHOOSE, name, "")


def test_party_and_state_together_show_the_pairs_of_the_command_with_both_quotes(g40, browser, pages):
    visit(browser, pages, "parties")
    rows = g40("uptake", "--db", pages / "parties.g40", "--format", "jsonl").jsonl
    parties = dict.fromkeys(slug for slug in PARTIES)
    parties |= {f"stakeholder/{holder}": holder for holder, _ in PARTIES.values()}
    offered = [value for value, _ in options_of(browser, "party")]
    assert sorted(offered) == sorted(parties) and {row["state"] for row in rows} >= {"taken_up", "not_found"}
    for party in ("", *offered):
        browser.execute_script(CHOOSE, "party", party)
        for state in ("", "taken_up", "same_subject", "not_found"):
            browser.execute_script(CHOOSE, "state", state)
            expected = [[row["ask_text"], row["match"]["text"], row["state"]] for row in rows if state in ("", row["state"])
                        and party in ("", row["document"], f"stakeholder/{PARTIES[row['document']][0]}")]
            assert browser.execute_script(SHOWN_PAIRS) == expected, (party, state)
            assert browser.execute_script("return [document.querySelectorAll('.overview td:not(.off) > a').length]") == [len(expected)]


@pytest.mark.parametrize(("name", "width"), [("en", 1280), ("nl", 700), ("parties", 1280)])
def test_tab_reaches_every_control_in_order_and_one_sees_where_it_is(browser, pages, name, width):
    browser.set_window_size(width, 900)
    visit(browser, pages, name)
    expected = browser.execute_script(FOCUSABLE)
    assert len(expected) > 60
    body, reached = browser.find_element(By.TAG_NAME, "body"), []
    body.send_keys(Keys.TAB)
    for _ in expected:
        place, seen = browser.execute_script(FOCUSED)
        assert seen, browser.switch_to.active_element.get_attribute("outerHTML")[:200]
        reached.append(place)
        browser.switch_to.active_element.send_keys(Keys.TAB)
    assert reached == expected


def test_the_panel_is_walked_by_keys_and_gives_the_focus_back_from_anywhere(browser, pages):
    visit(browser, pages, "en")
    browser.find_element(By.ID, "r1").send_keys(Keys.ENTER)
    browser.find_element(By.ID, "next").send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "next"  # to be pressed again
    assert browser.find_element(By.ID, "said").get_attribute("textContent").startswith("2 observation. ")
    browser.find_element(By.ID, "next").send_keys(Keys.ENTER)
    assert browser.find_element(By.CSS_SELECTOR, "#chosen .n").text == "3"
    browser.find_element(By.ID, "previous").send_keys(Keys.ENTER, Keys.ESCAPE)
    assert browser.switch_to.active_element.get_attribute("id") == "r2"
    browser.execute_script("location.hash = '#p54'")
    WebDriverWait(browser, 30).until(lambda driver: driver.switch_to.active_element.get_attribute("id") == "chosen")
    assert not browser.find_element(By.ID, "next").is_enabled() and browser.find_element(By.ID, "previous").is_enabled()
    browser.find_element(By.ID, "close").send_keys(Keys.SPACE)
    assert browser.switch_to.active_element.get_attribute("id") == "r54"
    browser.find_element(By.ID, "r5").send_keys(Keys.ENTER)
    browser.execute_script("document.getElementById('r9').focus()")  # the panel stays open beside the text
    browser.find_element(By.ID, "r9").send_keys(Keys.ESCAPE)
    assert browser.switch_to.active_element.get_attribute("id") == "r5"
    link = browser.find_element(By.CSS_SELECTOR, "#network td a")
    link.send_keys(Keys.ENTER)
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert browser.switch_to.active_element == link


def test_on_a_phone_the_panel_leaves_the_words_in_view(browser, pages):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
    visit(browser, pages, "nl")
    browser.execute_script("document.getElementById('r14').click()")
    script = """const words = document.querySelector("mark.chosen").getBoundingClientRect();
                return [words.top, words.bottom, document.getElementById("panel").getBoundingClientRect().top];"""
    top, bottom, panel = browser.execute_script(script)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert 0 <= top < bottom <= panel


@pytest.mark.parametrize("name", ["hostile", "uptake"])
def test_script_in_a_paper_does_not_run(browser, pages, name):
    visit(browser, pages, name)
    assert browser.title != "run"
    assert browser.find_elements(By.CSS_SELECTOR, "main script, main img") == []
    assert "<script>alert(2)</script>" in browser.execute_script("return document.querySelector('main').textContent")


@pytest.mark.parametrize("name", ["nl", "en", "uptake"])
def test_a_phone_does_not_scroll_sideways(browser, pages, name):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True})
    visit(browser, pages, name)
    width = browser.execute_script("return [innerWidth, document.documentElement.scrollWidth]")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert width == [360, 360]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough_to_read(browser, pages, scheme):
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    visit(browser, pages, "nl")
    groups = browser.execute_script(CONTRAST, [".paper p", "mark", "main a", "dt", ".kind"])
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    for ratios in groups:
        assert ratios and min(ratios) >= 4.5


def printed(browser, folder, name):
    """What a page says on paper, page by page."""
    path = folder / f"{name}.pdf"
    path.write_bytes(base64.b64decode(browser.print_page(PrintOptions())))
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout
    return text.split("\f")[:-1]


@pytest.mark.parametrize("name", ["nl", "en"])
def test_a_paper_prints_whole_and_its_positions_in_a_few_pages(browser, pages, name):
    visit(browser, pages, name)
    paper = browser.execute_script("return [...document.querySelectorAll('.paper :is(p, li, h3, h4)')].map((one) => one.textContent)")
    rows = browser.execute_script("return [...document.querySelectorAll('.positions > li')].map((one) => one.querySelector('q').textContent)")
    sheets = printed(browser, pages, name)
    text = squeezed("".join(sheets))
    assert 5 <= len(sheets) <= 15
    assert [one for one in paper if squeezed(one) not in text and "http" not in one] == []
    # In the list whole; in the text too, where numbers of others may stand in it.
    assert [one for one in rows if squeezed(one) not in text or text.count(squeezed(one)[:12]) < 2] == []
    assert text.count(squeezed("Responsible ministry (not from the text)" if name == "en" else "Verantwoordelijk ministerie (niet uit de tekst)")) > 20
    assert "SHA-256" in text and "position/g40" not in text and "characters" not in text


def test_print_says_which_filters_are_set(browser, pages):
    visit(browser, pages, "en")
    assert "Clear filters" not in "".join(printed(browser, pages, "en"))
    browser.execute_script(CHOOSE, "kind", "ask")
    sheets = printed(browser, pages, "en")
    assert "Kind: ask" in sheets[0] and "24 of 54 positions" in sheets[0] and "Kind of stakeholder" not in sheets[0]


def test_uptake_prints_both_quotes_of_what_was_found_and_one_line_of_what_was_not(browser, pages):
    visit(browser, pages, "uptake")
    pairs = browser.execute_script("return [...document.querySelectorAll('.pair')].map((one) => [one.dataset.state, one.querySelector('blockquote').textContent])")
    asks = browser.execute_script("return [...document.querySelectorAll('.asked blockquote')].map((one) => one.textContent)")
    text = squeezed("".join(printed(browser, pages, "uptake")))
    assert [one for one in asks if squeezed(one) not in text] == []
    assert [quote for state, quote in pairs if state != "not_found" and squeezed(quote) not in text] == []
    assert "Nearestpassage" not in text and text.count("notfound") > len([state for state, _ in pairs if state == "not_found"]) > 0


def test_an_address_opens_a_position_with_the_focus_in_the_panel_and_its_words_in_view(browser, pages):
    browser.get((pages / "en.html").as_uri() + "#p40")
    WebDriverWait(browser, 30).until(lambda driver: driver.switch_to.active_element.get_attribute("id") == "chosen")
    script = "return [document.querySelector('#chosen .n').textContent, document.getElementById('r40').getBoundingClientRect().top]"
    WebDriverWait(browser, 30).until(lambda driver: 0 < driver.execute_script(script)[1] < 900)  # scrolled smoothly
    assert browser.execute_script(script)[0] == "40"


def test_an_address_sets_filters(g40, browser, pages):
    browser.get((pages / "en.html").as_uri() + "#f:theme=mkb&kind=ask&action=nothing")
    expected = len(g40("positions", "--theme", "mkb", "--kind", "ask", "--format", "jsonl").jsonl)
    WebDriverWait(browser, 30).until(lambda driver: driver.execute_script(SHOWN, ".positions > li") == expected)
    assert browser.find_element(By.ID, "set").text.startswith("Theme: ") and "Kind: ask" in browser.find_element(By.ID, "set").text
