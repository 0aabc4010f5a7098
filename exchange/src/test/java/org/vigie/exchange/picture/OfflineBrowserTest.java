package org.vigie.exchange.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void aHarmlessPageLoadsAndRunsNothing() {
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

  @Test
  void leavesNothingBehind() throws Exception {
    Optional<OfflineBrowser> browser = OfflineBrowser.find();
    assumeTrue(browser.isPresent(), "needs Chromium, unshare and, for root, setpriv");
    Path png = folder.resolve("page.png");
    browser.get().draw(Jsoup.parse("<p>words"), "A rendition", png);

    assertThat(png).isNotEmptyFile();
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("vigie-picture")))
          .isEmpty();
    }
  }
}
