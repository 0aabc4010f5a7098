package org.vigie.crawler.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcLedger;

/** What is taken for the answer of a server whose every octet the test writes. */
@Timeout(60)
class PageClientTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

  private ServerSocket server;
  private PageClient client;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    GuardedResolver resolver = new GuardedResolver(Map.of("a.example.org", "127.0.0.1"), true);
    client = new PageClient("Vigie", Duration.ofSeconds(20), 2, resolver, Clock.systemUTC());
    Thread.ofVirtual().start(this::serve);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void takesNothingThatFollowsAnAnswerForTheNextOne() throws Exception {
    assertThat(body("/long")).isEqualTo("ok");

    assertThat(body("/true")).isEqualTo("true");
    assertThat(body("/true")).isEqualTo("true");
  }

  @Test
  void keepsTheVersionOfHttpThatAServerSpeaks(@TempDir Path folder) throws Exception {
    Mandate mandate =
        new Mandate(
            "Unit 7", "Art. 8", "test", "C-1", "A. Judge", Instant.parse("2100-01-01T00:00:00Z"));
    List<Path> files;
    try (WarcArchive archive =
        new WarcArchive(folder, mandate, Clock.systemUTC(), WarcLedger.none())) {
      archive.write(get("/old"), mandate);
      archive.write(get("/true"), mandate);
      files = archive.files();
    }

    try (InputStream in = new GZIPInputStream(Files.newInputStream(files.getFirst()))) {
      assertThat(new String(in.readAllBytes(), ISO_8859_1).lines())
          .filteredOn(line -> line.startsWith("HTTP/"))
          .containsExactly("HTTP/1.0 200 OK", "HTTP/1.1 200 OK");
    }
  }

  private Exchange get(String path) throws FetchException {
    URI url = URI.create("http://a.example.org:" + server.getLocalPort() + path);
    return client.get(url, 1_000, type -> true);
  }

  private String body(String path) throws FetchException {
    return new String(get(path).response().body(), ISO_8859_1);
  }

  private static String answer(String head) {
    return switch (head.split(" ")[1]) {
      case "/long" ->
          HEAD + "Content-Length: 2\r\n\r\nok" + HEAD + "Content-Length: 6\r\n\r\nforged";
      case "/old" -> HEAD.replace("1.1", "1.0") + "Content-Length: 3\r\n\r\nold";
      default -> HEAD + "Content-Length: 4\r\n\r\ntrue";
    };
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> converse(socket));
      } catch (IOException e) {
        return; // it is closed
      }
    }
  }

  private static void converse(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        head.append((char) octet);
        if (head.toString().endsWith("\r\n\r\n")) {
          socket.getOutputStream().write(answer(head.toString()).getBytes(ISO_8859_1));
          head.setLength(0);
        }
      }
    } catch (IOException e) {
      return; // the client hung up
    }
  }
}
