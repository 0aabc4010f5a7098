package org.vigie.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.vigie.console.documents.Readme;
import org.vigie.console.surroundings.Here;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A lead of the demo's world walked through the pages in Chromium, by keyboard: from signing in to
 * a referral that a second person grants. With {@code -Dvigie.screenshots=true} it takes the
 * pictures of {@code docs/console.md}.
 */
@Tag("end-to-end")
class BrowserWalkTest {
  /** The pages that the documentation shows. */
  private static final Set<String> PICTURES =
      Set.of("search", "advert", "alert-referred", "cluster", "map");

  @TempDir static Path folder;
  private static ServedConsole served;

  private Chromium browser;
  private Axe axe;
  private List<Look> looks;
  private boolean pictures;

  /** How a page is looked at. */
  private record Look(int width, String scheme) {}

  @BeforeAll
  static void serve() throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("demo", "--quiet")).as(here.err()).isZero();
    served = ServedConsole.on(new Workspace(folder.resolve("vigie-demo")));
  }

  @AfterAll
  static void end() throws Exception {
    if (served != null) {
      served.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, light, dark", "fr, dark, light"})
  void walksALeadToAReferralThatASecondPersonGrants(String language, String atDesk, String onTablet)
      throws Exception {
    try (Chromium chromium = Chromium.reading(language)) {
      browser = chromium;
      axe = new Axe();
      looks = List.of(new Look(820, onTablet), new Look(1280, atDesk));
      pictures = Boolean.getBoolean("vigie.screenshots") && language.equals("en");

      String file = aCaseLeadOpensACase("Operation " + language);
      String alert = anAnalystFollowsAnAlert(file);
      aReviewerGrantsTheReferral(alert);
      theLeadReadsTheCase(file, alert);
      adminsAndAuditorsDoTheirs();

      assertThat(chromium.hostsAsked()).containsExactly("127.0.0.1");
      assertThat(chromium.connectionsElsewhere()).isZero();
    }
  }

  private String aCaseLeadOpensACase(String title) throws Exception {
    signIn("case-lead", "operation example");
    follow("nav a[href='/cases']");
    look("cases");
    browser.tabTo("input[name=title]").type(title).enter();
    browser.choose("select[name=account]", "analyst").tabTo("button[value=add]").enter();
    look("case-opened");
    String path = browser.path();
    signOut();
    return path;
  }

  private String anAnalystFollowsAnAlert(String file) throws Exception {
    signIn("analyst", "operation example");
    browser.tabTo("input[name=q]").type("passport").enter();
    look("search");
    browser.tabTo("form[action='/searches'] button").enter();
    look("searches");
    follow("nav a[href='/clusters']");
    look("clusters");
    follow("nav a[href='/alerts']");
    look("alerts");
    follow(".alert:not(:has(a[href^='/adverts/'])) h2 a");
    String alert = browser.path();
    browser.tabTo("form[action$='/assignment'] button").enter();
    look("alert-assigned");
    follow(".machine a[href^='/clusters/']");
    look("cluster");
    String cluster = browser.path();
    follow("a[href$='/map']");
    slide();
    look("map");
    browser.open(address(cluster));
    follow(".card h2 a");
    look("advert");
    judge();
    look("advert-judged");
    fileInto(file);
    browser.open(address(alert));
    fileInto(file);
    browser.open(address(alert));
    close();
    refer();
    look("alert");
    signOut();
    return alert;
  }

  /** Hides what came after the first day, by the keyboard alone, and shows it again. */
  private void slide() {
    String marks = "return document.querySelectorAll('.map [data-day]:not(.later)').length";
    Object all = browser.run(marks);
    browser.tabTo("#map-slide input").type(Keys.HOME);
    assertThat(browser.run("return document.getElementById('map-to').value"))
        .isEqualTo(browser.run("return document.getElementById('map-from').value"));
    browser.type(Keys.END);
    assertThat(browser.run(marks)).isEqualTo(all);
  }

  private void judge() {
    browser
        .choose("select[name=opinion]", "lead")
        .tabTo("textarea[name=why]")
        .type("the same phone in several towns within days")
        .tabTo("form[action$='/judgements'] button")
        .enter();
    assertThat(browser.text()).contains("the same phone in several towns within days");
  }

  private void fileInto(String file) {
    String id = file.substring(file.lastIndexOf('/') + 1);
    browser.choose("select[name=case]", id).tabTo("form[action$='/filings'] button").enter();
  }

  private void close() {
    browser
        .choose("select[name=outcome]", "lead")
        .tabTo("form[action$='/outcome'] input[name=note]")
        .type("followed in a case of our unit")
        .tabTo("form[action$='/outcome'] button")
        .enter();
  }

  private void refer() {
    browser.tabTo("input[name=recipient]").type("Example authority");
    browser.tabTo("input[name=why]").type("within its district").enter();
  }

  private void aReviewerGrantsTheReferral(String alert) throws Exception {
    signIn("reviewer", "operation example");
    follow("nav a[href='/referrals']");
    look("referrals");
    browser.tabTo("button[value=grant]").enter();
    browser.open(address(alert));
    look("alert-referred");
    assertThat(browser.text()).contains("reviewer");
    signOut();
  }

  private void theLeadReadsTheCase(String file, String alert) throws Exception {
    signIn("case-lead", "operation example");
    browser.open(address(file));
    look("case");
    assertThat(browser.run("return !!document.querySelector(`a[href='${arguments[0]}']`)", alert))
        .isEqualTo(true);
    signOut();
  }

  private void adminsAndAuditorsDoTheirs() throws Exception {
    enter("admin");
    look("accounts");
    signOut();
    enter("auditor");
    look("audit");
    signOut();
  }

  private void signIn(String name, String reason) throws Exception {
    enter(name);
    look("reason");
    browser.tabTo("input[name=reason]").type(reason).enter();
  }

  private void enter(String name) throws Exception {
    // A code counts once.
    served.clock.pass(Duration.ofMinutes(2));
    browser.open(address("/sign-in"));
    look("sign-in");
    browser.tabTo("input[name=name]").type(name);
    browser.tabTo("input[name=password]").type(ServedConsole.PASSWORD);
    browser.tabTo("input[name=code]").type(ServedConsole.CODE.at(served.clock.instant())).enter();
  }

  private void signOut() {
    browser.tabTo("form[action='/sign-out'] button").enter();
  }

  private void follow(String link) {
    browser.tabTo(link).enter();
  }

  /** Checks a page in every way it may be looked at. */
  private void look(String name) throws Exception {
    assertThat(browser.forbidden()).as("reports by the policy on " + name).isEmpty();
    List<String> findings = new ArrayList<>();
    for (Look look : looks) {
      browser.lookAs(look.width(), look.scheme());
      for (Object finding : axe.findings(browser)) {
        findings.add(look + " " + finding);
      }
      if (!Boolean.TRUE.equals(
          browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))) {
        findings.add(look + " is wider than its window");
      }
    }
    assertThat(findings).as(name + " at " + browser.path()).isEmpty();
    if (pictures && PICTURES.contains(name)) {
      browser.screenshot(Readme.project().resolve("docs/console-" + name + ".png"));
    }
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + served.console.port() + path;
  }
}
