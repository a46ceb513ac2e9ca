"""axe-core over the HTML pages: papers and uptake, Dutch and English, light and dark, phone and desk, panel open and closed.

usage: axe_pages.py AXE_MIN_JS TOOL_TESTS (test/tool, for papers made of templates); the variable G40 names the command.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.support.wait import WebDriverWait
except ImportError:
    sys.exit(print("not run: python3-selenium is not installed"))

sys.path.insert(0, sys.argv[2])
import made_papers  # noqa: E402

AXE = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
SIZES = {"phone": (360, 740), "desk": (1280, 900)}
BAD = ("moderate", "serious", "critical")
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then((result) => done(result.violations.map((one) =>
  [one.impact, one.id, one.nodes.length, one.nodes[0].html.slice(0, 160)])), (error) => done([["critical", String(error), 0, ""]]));
"""


def browser(folder):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for one in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", f"--user-data-dir={folder}/profile"):
        options.add_argument(one)
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    driver.set_script_timeout(120)
    return driver


def g40(*words):
    subprocess.run([os.environ["G40"], *words], check=True, stdout=subprocess.DEVNULL)


def write_pages(folder):
    """(path, whether it has a panel) of each page."""
    database = folder / "papers.g40"
    g40("ingest", "--db", database, "--meta", made_papers.write(folder, 4))
    kinds = {"paper": [], "papers": ["--db", database], "uptake": ["--db", database, "--uptake"]}
    for kind, options in kinds.items():
        for language in ("nl", "en"):
            path = folder / f"{kind}-{language}.html"
            g40("export", "--format", "html", "--lang", language, "-o", path, *options)
            yield path, kind != "uptake"


def show(driver, path, size, scheme, opened):
    width, height = SIZES[size]
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == "phone"})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    driver.get("about:blank")
    driver.get(path.as_uri() + ("#p1" if opened else ""))
    if opened:
        WebDriverWait(driver, 60).until(lambda here: here.switch_to.active_element.get_attribute("id") == "chosen")


def main():
    if not os.path.exists("/usr/bin/chromium") or not os.path.exists("/usr/bin/chromedriver"):
        sys.exit(print("not run: chromium and chromium-driver are not installed"))
    found, looked = [], 0
    with tempfile.TemporaryDirectory() as name:
        driver = browser(name)
        try:
            for path, has_panel in write_pages(pathlib.Path(name)):
                for size in SIZES:
                    for scheme in ("light", "dark"):
                        for opened in (False, True)[:1 + has_panel]:
                            show(driver, path, size, scheme, opened)
                            driver.execute_script(AXE)
                            where = f"{path.stem}, {size}, {scheme}{', panel open' if opened else ''}"
                            found += [f"{where}: {one}" for one in driver.execute_async_script(RUN) if one[0] in BAD]
                            looked += 1
        finally:
            driver.quit()
    assert looked == 40, looked
    sys.exit("\n".join(found) if found else 0)


main()
