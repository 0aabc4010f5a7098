package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.vigie.casework.Chromium;
import org.vigie.pipeline.workspace.Workspace;

/** Networks walked through in Chromium, by keyboard, from a contact to its places. */
@Tag("end-to-end")
class NetworksInBrowserTest extends WalkInBrowser {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"en, light, dark", "fr, dark, light"})
  void looksAtNetworks(String language, String atDesk, String onTablet) throws Exception {
    Workspace joined = new Workspace(folder.resolve("joined-" + language));
    HostileIndex.write(joined, IntStream.range(0, 45).mapToObj(i -> "word" + i).toList());
    try (Chromium chromium = Chromium.reading(language);
        ServedConsole networks = ServedConsole.on(joined)) {
      console = networks;
      browser = chromium;
      axe = new Axe();
      looks = List.of(new Look(820, onTablet), new Look(1280, atDesk));

      signIn("analyst", "operation example");
      anAnalystFollowsAContactThroughItsNetwork();
      signOut();
      assertThat(chromium.hostsAsked()).containsExactly("127.0.0.1");
    }
  }

  private void anAnalystFollowsAContactThroughItsNetwork() throws Exception {
    follow("nav a[href='/networks']");
    look("networks");
    follow("table.list a[href^='/networks/']");
    browser.await("return document.getElementById('graph').dataset.nodes > 1");
    assertThat(browser.run(COVERED_NAMES)).as("names that lie on one another").isEqualTo(0L);
    look("network");
    opensATextAndFindsThePathBetweenTwoContacts();
    follow("table.list a[href^='/contact?']");
    look("contact");
    follow("a[href^='/contact/map?']");
    look("contact-map");
  }

  private void opensATextAndFindsThePathBetweenTwoContacts() {
    Object drawn = browser.run("return Number(document.getElementById('graph').dataset.nodes)");
    browser.run(DRAWN + "graph.nodes('.cluster')[0].emit('tap')");
    browser.await(
        "return document.getElementById('graph').dataset.nodes > " + String.valueOf(drawn));
    assertThat(browser.run(DRAWN + "return graph.nodes('.advert').length > 0")).isEqualTo(true);
    assertThat(browser.run(COVERED_NAMES)).as("names of adverts, too").isEqualTo(0L);
    browser.run(DRAWN + "graph.nodes('.contact').slice(0, 2).forEach(one => one.emit('tap'))");
    browser.tabTo("#graph-path").type(Keys.ENTER);
    assertThat(browser.run(DRAWN + "return graph.nodes('.on').length > 2")).isEqualTo(true);
    assertThat((String) browser.run("return document.getElementById('graph-told').textContent"))
        .contains(" – ");
  }
}
