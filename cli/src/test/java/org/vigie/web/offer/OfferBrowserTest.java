package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Chromium;
import org.vigie.casework.Readme;

/** The offer checker as a browser shows it, used by keyboard alone and checked by axe-core. */
class OfferBrowserTest {
  private static final String OFFER =
      "We hire waitresses for Dubai. Your passport will be kept by the manager. See"
          + " https://elsewhere.example.org/apply <img src=https://elsewhere.example.org/x>";

  /** All that is required by WCAG 2.2 up to AA, and of AAA the contrast and the size of targets. */
  private static final String CHECK =
      "const done = arguments[arguments.length - 1];"
          + " axe.run(document, {resultTypes: ['violations'], rules: {"
          + "'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}}}).then("
          + "r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target))),"
          + " e => done(['failed: ' + e]));";

  private static OfferServer server;
  private static Chromium browser;
  private static String axe;

  @BeforeAll
  static void start() throws IOException {
    browser = Chromium.reading("en");
    server =
        OfferServer.start(
            new OfferServer.Needs(
                "127.0.0.1",
                0,
                Readme.project().resolve("models"),
                Helpline.builtIn(),
                1_000,
                Clock.systemUTC()));
    try (InputStream in = OfferBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
      browser.close();
    }
  }

  @Test
  void canBeUsedByKeyboardReadAloudAndOnASmallScreen() throws Exception {
    for (String language : List.of("en", "de", "ar", "th", "zh")) {
      for (int width : new int[] {320, 1280}) {
        browser.lookAs(width, "light");
        browser.open("http://127.0.0.1:%d/?lang=%s".formatted(server.port(), language));
        assertThat(findings()).as("form, %s, %d", language, width).isEmpty();
        browser.tabTo("#text").type(OFFER);
        browser.tabTo("button").enter();
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo(language);
        assertThat(browser.text()).contains("Your passport will be kept by the manager.");
        assertThat(findings()).as("answer, %s, %d", language, width).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
            .as("no scrolling to the side, %s, %d", language, width)
            .isEqualTo(true);
      }
    }
    assertThat(browser.run("return document.querySelectorAll('script, main img').length"))
        .isEqualTo(0L);
    assertThat(browser.forbidden()).isEmpty();
    assertThat(browser.hostsAsked()).containsExactly("127.0.0.1");
    assertThat(browser.connectionsElsewhere()).isZero();
    assertThat(browser.run("return document.cookie")).isEqualTo("");
  }

  private static List<?> findings() {
    browser.run(axe);
    return (List<?>) browser.runAndWait(CHECK);
  }
}
