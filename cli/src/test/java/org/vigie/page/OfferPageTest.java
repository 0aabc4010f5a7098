package org.vigie.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.vigie.casework.Chromium;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.web.offer.Helpline;
import org.vigie.web.offer.OfferApp;

/** The offer checker's page in a browser, from a file and from a web server. */
class OfferPageTest {
  private static final String OFFER =
      "We hire waitresses for Dubai. Your passport will be kept by the manager. See"
          + " https://elsewhere.example.org/apply <img src=https://elsewhere.example.org/x>";

  private static final String CHECK =
      "const done = arguments[arguments.length - 1];"
          + " axe.run(document, {resultTypes: ['violations'], rules: {"
          + "'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}}}).then("
          + "r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target))),"
          + " e => done(['failed: ' + e]));";

  private static final String READY = "return document.documentElement.dataset.ready === 'true'";

  /** Of which 1,000 take half a minute: {@code ./vigie test -Doffer.texts=1000}. */
  private static final int TEXTS = Integer.getInteger("offer.texts", 60);

  private static final int AT_ONCE = 50;

  /** What a browser keeps for a page. */
  private static final String KEPT =
      "const done = arguments[arguments.length - 1];"
          + " Promise.all([indexedDB.databases(), caches.keys()]).then(all => done("
          + "document.cookie + localStorage.length + sessionStorage.length"
          + " + all.map(one => one.length).join('')), e => done('failed: ' + e));";

  @TempDir static Path folder;

  private static Chromium browser;
  private static HttpServer server;
  private static String axe;

  @BeforeAll
  static void write() throws Exception {
    browser = Chromium.reading("en");
    Here here = Here.in(folder).home(Readme.project());
    assertThat(here.vigie("offer-page", "--to", "page")).as(here.err()).isZero();
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            page().toRealPath(),
            OutputLevel.NONE);
    server.start();
    try (InputStream in = OfferPageTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.stop(0);
    }
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page() {
    return folder.resolve("page");
  }

  @Test
  void saysOfTextsInHalfAHundredLanguagesWhatTheServedFormSays() throws Exception {
    OfferApp app = new OfferApp(Helpline.builtIn());
    app.readBy(AdvertAssessor.load(Readme.project().resolve("models")).indicators());
    openReady(served());
    List<String> texts = texts();
    List<String> tags = OfferApp.tags();
    for (int from = 0; from < TEXTS; from += AT_ONCE) {
      List<List<String>> asked = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = from; i < Math.min(TEXTS, from + AT_ONCE); i++) {
        String tag = tags.get(i % tags.size());
        asked.add(List.of(tag, texts.get(i), "DE"));
        expected.add(app.advice(tag, texts.get(i), "DE"));
      }
      assertThat(browser.run("return arguments[0].map(one => advice(...one));", asked))
          .isEqualTo(expected);
    }
  }

  /** Texts of half a hundred languages, the same ones each time. */
  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    Path all = Readme.project().resolve("training/src/main/resources/org/vigie/training/sign");
    try (Stream<Path> files = Files.walk(all)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        lines
            .subList(1, lines.size())
            .forEach(l -> texts.add(l.substring(l.lastIndexOf('\t') + 1)));
      }
    }
    Collections.shuffle(texts, new Random(20_261_130));
    List<String> some = new ArrayList<>(texts.subList(0, TEXTS));
    // JavaScript has another notion of blanks.
    for (int i = 0; i < TEXTS; i += 5) {
      some.set(i, "\u00a0\n" + some.get(i).replace(". ", ".\u00a0\n\u001c") + "\t\u3000\u00a0");
    }
    return some;
  }

  @Test
  void canBeUsedByKeyboardReadAloudAndOnASmallScreen() throws Exception {
    for (String address : List.of(served(), page().resolve("index.html").toUri().toString())) {
      openReady(address);
      for (String language : List.of("en", "ar", "zh")) {
        for (int width : new int[] {320, 1280}) {
          browser.lookAs(width, "light");
          browser.run("document.querySelector('nav a[href=\"#" + language + "\"]').click()");
          assertThat(browser.run("return document.documentElement.lang")).isEqualTo(language);
          assertThat(findings()).as("form, %s, %d", language, width).isEmpty();
          browser.tabTo("#text").type(OFFER);
          browser.tabTo("button").type(Keys.ENTER);
          browser.await("return document.activeElement.tagName === 'H1'");
          assertThat(browser.text()).contains("Your passport will be kept by the manager.");
          assertThat(findings()).as("answer, %s, %d", language, width).isEmpty();
          assertThat(
                  browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
              .as("no scrolling to the side, %s, %d", language, width)
              .isEqualTo(true);
        }
      }
    }
  }

  @Test
  void loadsItsOwnFilesOnceAPersonWritesAndKeepsNothing() throws Exception {
    browser.hostsAsked();
    open(served());
    assertThat(loaded()).isEqualTo(List.of("offer.css", "offer.js", "page.js", "words.bin"));
    browser.tabTo("#text").type(OFFER);
    browser.tabTo("button").type(Keys.ENTER);
    browser.await("return document.activeElement.tagName === 'H1'");

    assertThat(browser.run("return document.querySelectorAll('main img, main script').length"))
        .isEqualTo(0L);
    assertThat(loaded())
        .isEqualTo(
            List.of(
                "lists.bin",
                "offer.css",
                "offer.js",
                "page.js",
                "tables.bin",
                "weights.bin",
                "words.bin"));
    assertThat(browser.hostsAsked()).containsExactly("127.0.0.1");
    assertThat(browser.connectionsElsewhere()).isZero();
    assertThat(browser.forbidden()).isEmpty();
    assertThat(browser.runAndWait(KEPT)).isEqualTo("0000");
  }

  private static Object loaded() {
    return browser.run(
        "return performance.getEntriesByType('resource')"
            + ".map(r => r.name.replace(/.*[/]/, '')).filter(n => n != ',').sort()");
  }

  @Test
  void keepsTheTextInTheFormWhereAFileCannotBeLoaded() throws Exception {
    Path part = Files.createDirectory(page().resolve("part"));
    for (String file : List.of("index.html", "offer.js", "page.js", "offer.css", "words.bin")) {
      Files.copy(page().resolve(file), part.resolve(file));
    }
    open(served().replace("index.html", "part/index.html"));
    browser.tabTo("#text").type(OFFER);
    browser.tabTo("button").type(Keys.ENTER);
    browser.await("return document.getElementById('error') !== null");

    assertThat(browser.text()).contains("Something went wrong here.");
    assertThat(browser.run("return document.getElementById('text').value")).isEqualTo(OFFER);
  }

  @Test
  void readsTextsWhereTheBrowserCannotInflate() throws Exception {
    open(served());
    browser.run("window.DecompressionStream = undefined");
    makeReady();
    browser.run("document.getElementById('text').value = arguments[0]", OFFER);
    browser.tabTo("button").type(Keys.ENTER);
    assertThat(browser.text()).contains("Your passport will be kept by the manager.");
  }

  @Test
  void saysWhatIsWrongWithATextThatItCannotRead() throws Exception {
    open(served());
    browser.run("document.getElementById('text').value = ' \\n '");
    browser.tabTo("button").type(Keys.ENTER);
    assertThat(browser.text()).contains("Paste a text first.");
    browser.run("document.getElementById('text').value = 'a'.repeat(20001)");
    browser.tabTo("button").type(Keys.ENTER);
    assertThat(browser.text()).contains("The text is too long.");
    assertThat(browser.run("return document.activeElement.getAttribute('aria-describedby')"))
        .isEqualTo("limit error");
  }

  @Test
  void isWrittenToNoFolderThatHoldsAnythingElse() throws Exception {
    Here here = Here.in(folder).home(Readme.project());

    assertThat(here.vigie("offer-page", "--to", "page")).isEqualTo(2);
    assertThat(here.err()).contains("--out must be a new or an empty folder");
    assertThat(here.vigie("offer-page", "--to", "other", "--helplines", "none.yaml")).isEqualTo(2);
    assertThat(here.err()).contains("--helplines must be a file");
  }

  private static String served() {
    return "http://127.0.0.1:%d/index.html".formatted(server.getAddress().getPort());
  }

  private static void open(String address) {
    browser.open("about:blank");
    browser.open(address);
    browser.await("return document.getElementById('text') !== null");
  }

  private static void openReady(String address) {
    open(address);
    makeReady();
  }

  private static void makeReady() {
    browser.run("document.dispatchEvent(new Event('input'))");
    browser.await(READY);
  }

  private static List<?> findings() {
    browser.run(axe);
    return (List<?>) browser.runAndWait(CHECK);
  }
}
