package org.vigie.exchange.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineBrowserTest {
  @TempDir Path folder;

  @Test
  void drawsAPageAndAsksNobodyForAnything() throws Exception {
    Optional<OfflineBrowser> browser = OfflineBrowser.find();
    assumeTrue(browser.isPresent(), "needs Chromium, unshare and, for root, setpriv");
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> asked.incrementAndGet());
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      String html =
          "<link rel=stylesheet href='%1$s/a'><meta http-equiv=refresh content='0;%1$s/b'>"
              + "<style>@import url(%1$s/c); body { background: #00ff00; margin: 0;"
              + " background-image: url(%1$s/d) }</style><body onload='fetch(\"%1$s/e\")'>"
              + "<img src='%1$s/f'><iframe src='%1$s/g'></iframe><p>words"
              + "<script>document.body.style.background = '#ff0000'</script>";
      Path png = folder.resolve("page.png");
      browser.get().draw(Jsoup.parse(html.formatted(address)), "A rendition", png);

      BufferedImage drawn = ImageIO.read(png.toFile());
      assertThat(drawn.getWidth()).isEqualTo(1000);
      assertThat(drawn.getRGB(900, 1200) & 0xffffff).as("its own style").isEqualTo(0x00ff00);
      assertThat(drawn.getRGB(900, 5) & 0xffffff).as("what it says of itself").isEqualTo(0xffe680);
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void runsNoScriptEvenOfAPageThatWasNotMadeHarmless() throws Exception {
    Optional<OfflineBrowser> browser = OfflineBrowser.find();
    assumeTrue(browser.isPresent(), "needs Chromium, unshare and, for root, setpriv");
    Path png = folder.resolve("page.png");
    String script = "<script>document.body.style.background = '#ff0000'</script>";
    browser.get().draw("<body style='margin: 0; background: #00ff00'>" + script, png);

    assertThat(ImageIO.read(png.toFile()).getRGB(900, 1200) & 0xffffff).isEqualTo(0x00ff00);
  }

  @Test
  void aHarmlessPageLoadsAndRunsNothing() throws Exception {
    String html =
        HarmlessPage.of(
            Jsoup.parse(
                "<base href='file:///etc/'><script>1</script><p onclick=2>words<img src=passwd>"
                    + "<a href='file:///etc/passwd'>link</a><svg><use href=x /></svg>"),
            "note");
    assertThat(html)
        .contains("words", "link", "default-src 'none'", "note")
        .doesNotContain("file:", "script>", "onclick", "<img", "<svg", "passwd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<xmp><p title='</xmp><img src=1 onerror=alert(1)>'></xmp>",
        "<!--><img src=1 onerror=alert(1)>-->",
        "<style>p::after { content: '<img src=1 onerror=alert(1)>' }</style>",
      })
  void staysHarmlessWhenItIsReadAgain(String html) throws Exception {
    String once = HarmlessPage.of(Jsoup.parse("<p>words" + html), "note");

    assertThat(Jsoup.parse(once).select("[onerror], img, script, svg, math")).isEmpty();
    assertThat(once).contains("words").doesNotContain("<img", "<!--");
  }

  @Test
  void readsNoPictureByWayOfALinkAndNoneThatIsTooLarge() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "of ours");
    Path link = Files.createSymbolicLink(folder.resolve("page.png"), secret);
    assertThatThrownBy(() -> OfflineBrowser.picture(link)).isInstanceOf(IOException.class);

    Path large = folder.resolve("large.png");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(17 << 20);
    }
    assertThatThrownBy(() -> OfflineBrowser.picture(large)).hasMessageContaining("at most");
  }

  @Test
  void deletesAFolderToWhichSomebodyStillWrites() throws Exception {
    Path busy = Files.createDirectories(folder.resolve("busy/profile")).getParent();
    Files.writeString(busy.resolve("page.html"), "<p>words");
    AtomicBoolean ends = new AtomicBoolean();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; !ends.get() && i < 500; i++) {
                try {
                  Files.createDirectories(busy.resolve("profile"));
                  Files.writeString(busy.resolve("profile/" + i), "x");
                  Thread.sleep(1);
                } catch (IOException | InterruptedException e) {
                  continue; // it was just deleted
                }
              }
            });
    Thread.ofVirtual()
        .start(() -> {
          LockSupport.parkNanos(300_000_000);
          ends.set(true);
        });
    OfflineBrowser.delete(busy);
    ends.set(true);
    writer.join();

    assertThat(busy.resolve("page.html")).doesNotExist();
  }

  @Test
  void leavesNothingBehind() throws Exception {
    Optional<OfflineBrowser> browser = OfflineBrowser.find();
    assumeTrue(browser.isPresent(), "needs Chromium, unshare and, for root, setpriv");
    Path png = folder.resolve("page.png");
    Set<Path> before = folders();
    browser.get().draw(Jsoup.parse("<p>words"), "A rendition", png);
    Set<Path> left = folders();
    left.removeAll(before);

    assertThat(png).isNotEmptyFile();
    // Those of other tests lie beside it while they draw.
    for (int i = 0; i < 600 && left.stream().anyMatch(Files::exists); i++) {
      Thread.sleep(100);
    }
    assertThat(left).allMatch(Files::notExists);
  }

  private static Set<Path> folders() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("vigie-picture"))
          .collect(Collectors.toSet());
    }
  }
}
