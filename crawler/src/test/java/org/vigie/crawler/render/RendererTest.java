package org.vigie.crawler.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.files.owner.FolderTree;

/** What becomes of one page in a real Chromium. */
class RendererTest {
  private static final String PAGE = "https://board.example.org/";
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private static final RenderLimits LIMITS =
      new RenderLimits(Duration.ofSeconds(60), Duration.ofSeconds(1), 600L << 20, 20, 1 << 20);

  private final ChromiumProgram program = TestBrowser.installed();
  private final Map<String, Exchange> site = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Set<Path> before = profiles();

  @Test
  void takesTheDocumentThatScriptsMakeOfDataTheyAskFor() throws Exception {
    put(
        "/app.js",
        "text/javascript",
        "fetch('/offers.json').then(r => r.json())"
            + ".then(o => { document.getElementById('app').textContent = o.text; });");
    put("/offers.json", "application/json", "{\"text\": \"Helpers wanted\"}");

    RenderedPage page = render(LIMITS, "<div id=app></div><script src=/app.js></script>");

    assertThat(text(page)).contains("<div id=\"app\">Helpers wanted</div>");
    assertThat(asked).containsExactly(PAGE + "app.js", PAGE + "offers.json");
    assertThat(page.browser()).startsWith("Chrome/");
  }

  /** A path of a socket has 107 bytes at most. */
  @Test
  void rendersWhereverTemporaryFilesLie() throws Exception {
    Path deep = TEMPORARY.resolve("deep-" + ProcessHandle.current().pid()).resolve("x".repeat(90));
    Files.createDirectories(deep);
    try {
      RenderedPage page =
          new Renderer(program, "Vigie/0.1 (test)", LIMITS, Clock.systemUTC(), deep)
              .render(exchange(PAGE, "text/html", "<p>Here</p>"), this::answer);

      assertThat(text(page)).contains("<p>Here</p>");
    } finally {
      FolderTree.delete(deep.getParent());
    }
  }

  @Test
  void refusesWhatADocumentDoesNotNeed() throws Exception {
    RenderedPage page =
        render(
            LIMITS,
            """
            <p>Here</p><img src=/a.png><iframe src=/frame></iframe>
            <script>
            fetch('/send', {method: 'POST', body: 'x'}).catch(() => {});
            new Worker('/worker.js');
            navigator.serviceWorker.register('/service.js').catch(() => {});
            navigator.sendBeacon('/beacon', 'x');
            setTimeout(() => { location = '/elsewhere'; }, 50);
            </script>
            """);

    assertThat(asked).isEmpty();
    assertThat(text(page)).contains("<p>Here</p>");
    assertThat(page.refused()).containsKeys("not-needed", "not-a-get");
  }

  /** Without its limits it would never end. */
  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsAPageThatNeverEnds() {
    RenderLimits brief =
        new RenderLimits(Duration.ofSeconds(2), Duration.ofMillis(400), 600L << 20, 5, 1 << 20);

    assertThatThrownBy(() -> render(brief, "<p>Here</p><script>for (;;) {}</script>"))
        .isInstanceOfSatisfying(
            RenderException.class, e -> assertThat(e.kind()).isEqualTo(RenderException.Kind.TIME));
    assertThatNothingIsLeft();
  }

  @Test
  void endsAPageThatEatsMemory() {
    String eater =
        "<script>const a = []; for (;;) {"
            + " const b = new Uint8Array(32 << 20); b.fill(7); a.push(b); }</script>";

    assertThatThrownBy(() -> render(LIMITS, eater))
        .isInstanceOfSatisfying(
            RenderException.class,
            e ->
                assertThat(e.kind())
                    .isIn(RenderException.Kind.MEMORY, RenderException.Kind.CRASHED));
    assertThatNothingIsLeft();
  }

  @Test
  void refusesADocumentThatIsTooLong() {
    String grower = "<script>document.body.textContent = 'long '.repeat(400000);</script>";

    assertThatThrownBy(() -> render(LIMITS, "<body>" + grower))
        .isInstanceOfSatisfying(
            RenderException.class,
            e -> assertThat(e.kind()).isEqualTo(RenderException.Kind.TOO_LARGE));
    assertThatNothingIsLeft();
  }

  @Test
  void endsAPageWhoseRequestsAreTooLargeToHold() {
    String flood =
        "<script>const long = 'x'.repeat(2000000); for (let i = 0; i < 500; i++)"
            + " fetch('/send', {method: 'POST', body: long + i}).catch(() => {});</script>";

    assertThatThrownBy(() -> render(LIMITS, flood))
        .isInstanceOfSatisfying(
            RenderException.class,
            e ->
                assertThat(e.kind())
                    .isIn(RenderException.Kind.TOO_LARGE, RenderException.Kind.MEMORY));
    assertThatNothingIsLeft();
  }

  @Test
  void keepsNoCookieAndNoProfile() throws Exception {
    String page =
        "<p id=p></p><script>p.textContent = 'had: ' + localStorage.length + document.cookie;"
            + " localStorage.setItem('a', 'b'); document.cookie = 'a=b; max-age=9999';</script>";

    render(LIMITS, page);

    assertThat(text(render(LIMITS, page))).contains("had: 0</p>");
    assertThatNothingIsLeft();
  }

  /** Profiles of other tests lie beside these while their browsers run. */
  private void assertThatNothingIsLeft() {
    Set<Path> left = profiles();
    left.removeAll(before);
    for (int i = 0; i < 600 && (left.stream().anyMatch(Files::exists) || isAnyAlive()); i++) {
      LockSupport.parkNanos(100_000_000);
    }
    assertThat(left).allMatch(Files::notExists);
    assertThat(isAnyAlive()).as("a process is left").isFalse();
  }

  private static Set<Path> profiles() {
    try (Stream<Path> all = Files.list(TEMPORARY)) {
      return all.filter(each -> each.getFileName().toString().startsWith("vigie-render-"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isAnyAlive() {
    return ProcessHandle.current().descendants().anyMatch(ProcessHandle::isAlive);
  }

  private RenderedPage render(RenderLimits limits, String html) throws Exception {
    return new Renderer(program, "Vigie/0.1 (test)", limits, Clock.systemUTC())
        .render(exchange(PAGE, "text/html", html), this::answer);
  }

  private Exchange answer(String url, long longest) throws RefusedRequestException {
    asked.add(url);
    Exchange known = site.get(url);
    if (known == null) {
      throw new RefusedRequestException("unknown-host");
    }
    return known;
  }

  private void put(String target, String type, String body) {
    String url = PAGE + target.substring(1);
    site.put(url, exchange(url, type, body));
  }

  private static Exchange exchange(String url, String type, String body) {
    return new Exchange(
        url,
        "",
        Instant.EPOCH,
        Duration.ZERO,
        new byte[0],
        200,
        "OK",
        List.of(new HeaderLine("Content-Type", type)),
        body.getBytes(UTF_8),
        false);
  }

  private static String text(RenderedPage page) {
    return new String(page.html(), UTF_8);
  }
}
