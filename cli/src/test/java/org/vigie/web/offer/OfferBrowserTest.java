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

  /** All that axe-core knows of WCAG 2.2 up to AA, and of AAA the contrast. */
  private static final String CHECK =
      "const done = arguments[arguments.length - 1];"
          + " axe.run(document, {resultTypes: ['violations'], rules: {"
          + "'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}}}).then("
          + "r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target))),"
          + " e => done(['failed: ' + e]));";

  /**
   * What of WCAG 2.2 AAA can be measured beyond contrast: targets of 44 by 44 pixels (2.5.5), lines
   * of at most 80 characters, a Chinese one for two, that are spaced by at least 1.5 and aren't
   * justified (1.4.8), and a focus of at least 2 pixels (2.4.13).
   */
  private static final String MEASURE =
      """
      const wrong = [];
      const say = (what, element) => wrong.push(what + ' ' + element.outerHTML.slice(0, 60));
      for (const target of document.querySelectorAll('a, button, select, textarea, summary')) {
        const box = target.getBoundingClientRect();
        if (box.width > 0 && (box.width < 44 || box.height < 44)) say('small', target);
        target.focus();
        if (box.width > 0 && parseFloat(getComputedStyle(target).outlineWidth) < 2) {
          say('no focus', target);
        }
      }
      for (const part of document.querySelectorAll('p, li, q, label, dd')) {
        const style = getComputedStyle(part);
        if (parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.5) say('tight', part);
        if (style.textAlign === 'justify') say('justified', part);
        const text = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        let top = 0, count = 0, isSaid = false;
        const range = document.createRange();
        while (text.nextNode()) {
          const node = text.currentNode;
          for (let i = 0; i < node.length; i++) {
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const box = range.getBoundingClientRect();
            if (box.width === 0) continue;
            if (Math.abs(box.top - top) > 8) count = 0;
            top = box.top;
            count += /[\\u3000-\\u9fff\\uff00-\\uffef]/.test(node.data[i]) ? 2 : 1;
            if (count > 80 && !isSaid) {
              say('wide', part);
              isSaid = true;
            }
          }
        }
      }
      return wrong;
      """;

  private static OfferServer server;
  private static Chromium browser;
  private static String axe;

  @BeforeAll
  static void start() throws IOException {
    browser = Chromium.reading("en");
    server =
        OfferServer.start(
            new OfferServer.Dependencies(
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

  @Test
  void hasLargeTargetsAClearFocusAndShortSpacedLines() throws Exception {
    for (String language : List.of("en", "de", "ar", "zh")) {
      for (int width : new int[] {320, 1280}) {
        browser.lookAs(width, "light");
        browser.open("http://127.0.0.1:%d/?lang=%s".formatted(server.port(), language));
        assertThat((List<?>) browser.run(MEASURE)).as("form, %s, %d", language, width).isEmpty();
        browser.tabTo("#text").type(OFFER);
        browser.tabTo("button").enter();
        assertThat((List<?>) browser.run(MEASURE)).as("answer, %s, %d", language, width).isEmpty();
      }
    }
  }

  private static List<?> findings() {
    browser.run(axe);
    return (List<?>) browser.runAndWait(CHECK);
  }
}
