package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Chromium;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.search.SearchForm;

/**
 * Pages full of hostile texts in Chromium: nothing of them is executed, nothing had to be forbidden
 * by the policy, and no other host is asked for anything.
 */
@Tag("end-to-end")
class HostileBrowserTest {
  private static final List<String> TEXTS = HostileTexts.all();

  /**
   * One page of an advert in so many is looked at: lists show every text. {@link HostilePagesTest}
   * holds every page of every text against a harmless one; here a browser says that it is right.
   */
  private static final int ADVERTS = 41;

  /**
   * The page of one cluster and one alert in so many is looked at, eight texts each. Neighbouring
   * groups have a vector in common: each vector, way out and writing is in many of those left.
   */
  private static final int GROUPS = 4;

  /** One network in so many is drawn. */
  private static final int NETWORKS = 20;

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Chromium browser;

  @BeforeAll
  static void serve() throws Exception {
    browser = Chromium.reading("en");
    Workspace workspace = new Workspace(folder.resolve("hostile"));
    HostileIndex.write(workspace, TEXTS);
    served = ServedConsole.on(workspace);
    served.clock.pass(Duration.ofMinutes(2));
    browser.open(address("/sign-in"));
    browser.tabTo("input[name=name]").type("analyst");
    browser.tabTo("input[name=password]").type(ServedConsole.PASSWORD);
    browser.tabTo("input[name=code]").type(ServedConsole.CODE.at(served.clock.instant())).enter();
    browser.open(address("/reason"));
    browser.tabTo("input[name=reason]").type("operation example").enter();
    browser.hostsAsked();
  }

  @AfterAll
  static void end() throws Exception {
    if (served != null) {
      served.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void wouldShowWhatAnUnescapedPageDoes() throws Exception {
    try (Chromium careless = Chromium.reading("en")) {
      careless.open(
          "data:text/html,<script>x()</script><img src=http://canary.example.org/pixel.gif>");
      assertThat(careless.executions()).isEqualTo(1);
      assertThat(careless.hostsAsked()).contains("canary.example.org");
      assertThat(careless.connectionsElsewhere()).isPositive();

      careless.open(address("/sign-in"));
      careless.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=x()>')");
      assertThat(careless.forbidden()).hasSize(1);
      assertThat(careless.executions()).isZero();
    }
  }

  @Test
  void executesNothingAndAsksNoOtherHost() throws Exception {
    for (int page = 0; page * SearchForm.HITS < TEXTS.size(); page++) {
      check("/?order=newest&page=" + page);
    }
    for (int group = 0; group * HostileIndex.GROUP < TEXTS.size(); group += GROUPS) {
      check("/clusters/" + HostileIndex.clusterId(group));
      check("/alerts/" + HostileIndex.alertId(group));
    }
    for (int group = 0; group * HostileIndex.GROUP < TEXTS.size(); group += NETWORKS) {
      check("/clusters/" + HostileIndex.clusterId(group) + "/map");
      check("/networks/" + HostileIndex.networkId(group));
      browser.await("return document.getElementById('graph').dataset.nodes > 9");
      check();
    }
    for (int i = 0; i < TEXTS.size(); i += ADVERTS) {
      check("/adverts/" + HostileIndex.advertId(i));
      check("/?q=" + Paths.encoded(TEXTS.get(i)) + "&f=" + Paths.encoded(TEXTS.get(i)));
    }
    check("/alerts?status=all");
    check("/clusters");
    assertThat(browser.hostsAsked()).containsExactly("127.0.0.1");
    assertThat(browser.connectionsElsewhere()).isZero();
  }

  @Test
  void showsNothingAnyMoreOnceNobodyWasThereForAsLongAsASessionLasts() throws Exception {
    try (Chromium left = Chromium.reading("en")) {
      served.clock.pass(Duration.ofMinutes(2));
      left.open(address("/sign-in"));
      left.tabTo("input[name=name]").type("auditor");
      left.tabTo("input[name=password]").type(ServedConsole.PASSWORD);
      left.tabTo("input[name=code]").type(ServedConsole.CODE.at(served.clock.instant())).enter();
      left.open(address("/account"));
      String look =
          "const now = Date.now(); Date.now = () => now + %d * 60000;"
              + " window.stop(); document.dispatchEvent(new Event('visibilitychange'));"
              + " return document.body.childElementCount";
      assertThat(left.run(look.formatted(29))).isNotEqualTo(0L);
      left.open(address("/account"));
      assertThat(left.run(look.formatted(31))).isEqualTo(0L);
      left.open(address("/account"));
      left.run(
          "const now = Date.now(); Date.now = () => now + 31 * 60000; window.stop();"
              + " const other = new BroadcastChannel('touched');"
              + " new BroadcastChannel('touched').postMessage(now);"
              + " other.onmessage = () => { window.told = true; };");
      left.await("return window.told === true");
      assertThat(
              left.run(
                  "document.dispatchEvent(new Event('visibilitychange'));"
                      + " return document.body.childElementCount"))
          .as("somebody works in another tab")
          .isNotEqualTo(0L);
    }
  }

  private static void check(String path) {
    browser.open(address(path));
    check();
  }

  private static void check() {
    assertThat(browser.executions()).as(browser::path).isZero();
    assertThat(browser.forbidden()).as(browser::path).isEmpty();
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + served.console.port() + path;
  }
}
