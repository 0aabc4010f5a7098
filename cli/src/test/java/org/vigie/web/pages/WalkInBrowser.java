package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.casework.Chromium;
import org.vigie.casework.Readme;

/** Somebody at the pages of a console in Chromium, by keyboard, and how each page is looked at. */
abstract class WalkInBrowser {
  /** The pages that the documentation shows. */
  private static final Set<String> PICTURES =
      Set.of("search", "advert", "alert-referred", "cluster", "map", "network");

  /** Where a picture of every page in every look is put, for eyes; nowhere if it is empty. */
  private static final String EVERY_LOOK = System.getProperty("vigie.looks", "");

  /** Cytoscape keeps a drawing with the element that it stands in. */
  static final String DRAWN = "const graph = document.getElementById('graph')._cyreg.cy; ";

  /** Counts pairs of names that are shown and meet. */
  static final String COVERED_NAMES =
      DRAWN
          + "const boxes = graph.nodes().filter(one => one.style('label')).map(one =>"
          + " one.boundingBox({includeNodes: false, includeEdges: false, includeOverlays: false}));"
          + " return boxes.filter((a, i) => boxes.some((b, j) => i < j"
          + " && a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2)).length;";

  ServedConsole console;
  Chromium browser;
  Axe axe;
  List<Look> looks;
  boolean pictures;

  /** How a page is looked at. */
  record Look(int width, String scheme) {
    @Override
    public String toString() {
      return width + "-" + scheme;
    }
  }

  void signIn(String name, String reason) throws Exception {
    enter(name);
    look("reason");
    browser.tabTo("input[name=reason]").type(reason).enter();
  }

  void enter(String name) throws Exception {
    // A code counts once.
    console.clock.pass(Duration.ofMinutes(2));
    browser.open(address("/sign-in"));
    look("sign-in");
    browser.tabTo("input[name=name]").type(name);
    browser.tabTo("input[name=password]").type(ServedConsole.PASSWORD);
    browser.tabTo("input[name=code]").type(ServedConsole.CODE.at(console.clock.instant())).enter();
  }

  /** Types password and a code that wasn't used yet into a form. */
  void prove(String form) {
    console.clock.pass(Duration.ofMinutes(2));
    browser.tabTo(form + " input[name=password]").type(ServedConsole.PASSWORD);
    browser.tabTo(form + " input[name=code]").type(ServedConsole.CODE.at(console.clock.instant()));
  }

  void signOut() {
    browser.tabTo("form[action='/sign-out'] button").enter();
  }

  void follow(String link) {
    browser.tabTo(link).enter();
  }

  /** Checks a page in every way it may be looked at. */
  void look(String name) throws Exception {
    assertThat(browser.forbidden()).as("reports by the policy on " + name).isEmpty();
    List<String> findings = new ArrayList<>();
    for (Look look : looks) {
      browser.lookAs(look.width(), look.scheme());
      for (Object finding : axe.findings(browser)) {
        findings.add(look + " " + finding);
      }
      if (!EVERY_LOOK.isEmpty()) {
        browser.screenshot(Path.of(EVERY_LOOK, name + "-" + look + ".png"));
      }
      if (!Boolean.TRUE.equals(
          browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))) {
        findings.add(look + " is wider than its window");
      }
    }
    assertThat(findings).as(name + " at " + browser.path()).isEmpty();
    if (pictures && PICTURES.contains(name)) {
      browser.screenshot(Readme.project().resolve("docs/reference/console-" + name + ".png"));
    }
  }

  String address(String path) {
    return "http://127.0.0.1:" + console.console.port() + path;
  }
}
