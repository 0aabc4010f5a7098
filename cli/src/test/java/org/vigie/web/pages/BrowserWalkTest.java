package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.vigie.casework.Chromium;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A lead of the demo's world walked through the pages in Chromium, by keyboard: from signing in to
 * a referral that a second person grants. With {@code -Dvigie.screenshots=true} it takes the
 * pictures of {@code docs/reference/console.md}.
 */
@Tag("end-to-end")
class BrowserWalkTest extends WalkInBrowser {
  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.onDemo(folder);
  }

  @AfterAll
  static void end() throws Exception {
    if (served != null) {
      served.close();
    }
  }

  @BeforeEach
  void standBeforeTheDemo() {
    console = served;
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

  @ParameterizedTest
  @CsvSource({"en, dark, light", "fr, light, dark"})
  void looksAtEveryPageBesideTheLeadsWay(String language, String atDesk, String onTablet)
      throws Exception {
    try (Chromium chromium = Chromium.reading(language)) {
      browser = chromium;
      axe = new Axe();
      looks = List.of(new Look(820, onTablet), new Look(1280, atDesk));
      pictures = false;

      signIn("analyst-2", "operation example");
      anAnalystRulesOnAClusterAndUndoesIt();
      anAnalystAsksForAnExportAndMakesAToken();
      anAnalystTagsAdverts();
      anAnalystAsksForAnErasure();
      browser.open(address("/adverts/none"));
      look("error");
      signOut();
      aReviewerSeesWhatWaits();
      aReviewerRestrictsAndKeeps();
      anAnalystLooksBlindly();
      aCaseLeadKeepsAFile("Operation files " + language);
      operatorsSeeHowItGoes();

      assertThat(chromium.hostsAsked()).containsExactly("127.0.0.1");
    }
  }

  @ParameterizedTest
  @CsvSource({"en, light, dark", "fr, dark, light"})
  void looksAtHowAccountsBegin(String language, String atDesk, String onTablet) throws Exception {
    Workspace fresh = new Workspace(folder.resolve("fresh-" + language));
    try (Chromium chromium = Chromium.reading(language);
        ServedConsole first = ServedConsole.withoutAccounts(fresh)) {
      console = first;
      browser = chromium;
      axe = new Axe();
      looks = List.of(new Look(820, onTablet), new Look(1280, atDesk));

      browser.open(address(first.console.firstAccountPath().orElseThrow()));
      keyIsOutOfTheAddress();
      look("first-account-key");
      browser.tabTo("form.entry button").enter();
      look("first-account");
      assertThat(browser.run("return document.documentElement.lang")).isEqualTo(language);

      console = served;
      signIn("admin", "operation example");
      browser.open(address("/accounts"));
      browser.tabTo("form[action='/accounts/invitations'] input[name=name]");
      browser.type("newcomer-" + language);
      browser.tabTo("form[action='/accounts/invitations'] input[name=role]").type(Keys.SPACE);
      prove("form[action='/accounts/invitations']");
      browser.tabTo("form[action='/accounts/invitations'] button").enter();
      look("accounts-invited");
      String path = "return new URL(document.querySelector('.problem code').textContent).hash";
      Object invitation = browser.run(path);
      signOut();
      browser.open(address("/invitation" + invitation));
      keyIsOutOfTheAddress();
      browser.tabTo("form.entry button").enter();
      look("invitation");
      assertThat(browser.run("return document.documentElement.lang")).isEqualTo(language);
    }
  }

  /** What the script did: the key is in the form alone, and in no history. */
  private void keyIsOutOfTheAddress() {
    assertThat(browser.run("return location.hash + location.search")).isEqualTo("");
    assertThat((String) browser.run("return document.querySelector('[name=token]').value"))
        .hasSize(43);
  }

  private void anAnalystRulesOnAClusterAndUndoesIt() throws Exception {
    follow("nav a[href='/clusters']");
    follow("table.list a[href^='/clusters/']");
    browser.tabTo("#split input[name=why]").type("a template that anybody may take");
    browser.tabTo("#split button[value=no-campaign]").enter();
    look("rulings");
    browser.tabTo("form[action$='/undoing'] input[name=why]").type("one campaign after all");
    browser.tabTo("form[action$='/undoing'] button").enter();
    look("rulings-undone");
    assertThat(browser.text()).contains("one campaign after all");
  }

  private void anAnalystAsksForAnExportAndMakesAToken() throws Exception {
    follow("nav a[href='/exports']");
    browser.tabTo("input[name=query]").type("passport");
    browser.tabTo("input[name=recipient]").type("Example authority");
    browser.tabTo("textarea[name=why]").type("within its district");
    browser.tabTo("form[action='/exports'] button").enter();
    look("exports");
    follow("main a[href='/tokens']");
    browser.tabTo("input[name=title]").type("notebook");
    browser.tabTo("input[name=scope]").type(Keys.SPACE);
    browser.tabTo("input[name=purpose]").type("operation example");
    browser.tabTo("input[name=password]").type(ServedConsole.PASSWORD);
    console.clock.pass(Duration.ofMinutes(2));
    browser.tabTo("input[name=code]").type(console.codeNow());
    browser.tabTo("form[action='/tokens'] button").enter();
    look("tokens");
    assertThat(browser.run("return !!document.querySelector('code.token')")).isEqualTo(true);
  }

  private void anAnalystTagsAdverts() throws Exception {
    browser.open(address("/?q=passport"));
    browser.tabTo("input[type=checkbox][name=advert]").type(Keys.SPACE);
    browser.tabTo("input[name=tag]").type("follow up");
    browser.tabTo("button[value=tag]").enter();
    look("search-tagged");
    follow("a[href='/worklist']");
    look("worklist");
    follow("a.tag[href^='/worklist?k=']");
    look("worklist-tag");
  }

  private void anAnalystAsksForAnErasure() throws Exception {
    browser.open(address("/?q=passport"));
    follow(".card h2 a");
    follow("main a[href^='/erasures?']");
    browser.tabTo("textarea[name=why]").type("asked for in writing");
    provesWhoSitsThere("form[action='/erasures']");
    browser.tabTo("form[action='/erasures'] button").enter();
    look("erasures");
    assertThat(browser.text()).contains("asked for in writing");
  }

  private void provesWhoSitsThere(String form) {
    console.clock.pass(Duration.ofMinutes(2));
    browser.tabTo(form + " input[name=password]").type(ServedConsole.PASSWORD);
    browser.tabTo(form + " input[name=code]").type(console.codeNow());
  }

  private void aReviewerSeesWhatWaits() throws Exception {
    signIn("reviewer", "operation example");
    follow("nav a[href='/exports']");
    look("exports-waiting");
    browser.tabTo("button[value=decline]").enter();
    look("exports-declined");
    follow("nav a[href='/erasures']");
    look("erasures-waiting");
    provesWhoSitsThere("form[action^='/erasures/']");
    browser.tabTo("button[value=grant]").enter();
    look("erasures-granted");
    signOut();
  }

  private void aReviewerRestrictsAndKeeps() throws Exception {
    signIn("reviewer", "operation example");
    browser.open(address("/restrictions"));
    look("restrictions");
    browser.tabTo("input[name=subject]").type("phone:+33639980199").enter();
    look("restriction");
    browser.open(address("/retention"));
    look("retention");
    browser.open(address("/alerts"));
    look("alerts-reviewer");
    signOut();
  }

  private void anAnalystLooksBlindly() throws Exception {
    signIn("analyst", "operation example");
    browser.open(address("/queue"));
    look("queue");
    browser.tabTo("form[action='/blind'] button").enter();
    for (String path : List.of("/?q=passport", "/clusters", "/networks", "/alerts")) {
      browser.open(address(path));
      look("blind" + path.replaceAll("\\W+", "-"));
    }
    browser.open(address("/?q=passport"));
    follow(".card h2 a");
    look("blind-advert");
    browser.tabTo("form[action='/blind'] button").enter();
    signOut();
  }

  private void aCaseLeadKeepsAFile(String title) throws Exception {
    signIn("case-lead", "operation example");
    follow("nav a[href='/cases']");
    browser.tabTo("input[name=title]").type(title).enter();
    Path file = Files.writeString(folder.resolve("notes.txt"), "invented notes");
    browser.attach("input[type=file]", file).tabTo("form[action$='/files'] button").enter();
    look("case-files");
    assertThat(browser.text()).contains("notes.txt");
    signOut();
  }

  private void operatorsSeeHowItGoes() throws Exception {
    enter("crawl-manager");
    look("coverage");
    signOut();
    enter("model-operator");
    look("models");
    follow("a[href='/models/use']");
    look("model-use");
    signOut();
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
    anAnalystSeesWhoSharesAPhone();
    follow("nav a[href='/alerts']");
    look("alerts");
    follow(".alert:has(.meta a[href^='/clusters/']) h2 a");
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

  private void anAnalystSeesWhoSharesAPhone() throws Exception {
    follow("nav a[href='/networks']");
    follow("table.list a[href^='/networks/']");
    browser.await("return document.getElementById('graph').dataset.nodes > 4");
    assertThat(browser.run(COVERED_NAMES)).as("names that lie on one another").isEqualTo(0L);
    look("network");
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
    provesWhoSitsThere("form[action^='/referrals/']");
    browser.tabTo("button[value=grant]").enter();
    browser.open(address(alert));
    look("alert-referred");
    assertThat(browser.text()).contains("reviewer");
    signOut();
  }

  private void theLeadReadsTheCase(String file, String alert) throws Exception {
    signIn("case-lead", "operation example");
    browser.open(address(file));
    browser.tabTo("button.main").enter();
    look("case");
    assertThat(browser.run("return !!document.querySelector(`a[href='${arguments[0]}']`)", alert))
        .isEqualTo(true);
    signOut();
  }

  private void adminsAndAuditorsDoTheirs() throws Exception {
    signIn("admin", "operation example");
    browser.open(address("/accounts"));
    look("accounts");
    browser.open(address("/account"));
    look("own-account");
    signOut();
    browser.open(address("/sign-in?by=recovery"));
    look("sign-in-recovery");
    signIn("auditor", "operation example");
    browser.open(address("/audit"));
    look("audit");
    signOut();
  }
}
