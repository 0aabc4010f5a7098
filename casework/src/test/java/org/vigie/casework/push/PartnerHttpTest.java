package org.vigie.casework.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.files.failure.UserError;

class PartnerHttpTest {
  /** More than any heap of the tests holds, so that a reader without a bound is found out. */
  private static final long FAR_TOO_MUCH = 4L << 30;

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsAnAnswerInItsCharset() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"title\":\"été\"}".getBytes(StandardCharsets.ISO_8859_1);
          exchange.getResponseHeaders().set("Content-Type", "application/json;charset=ISO-8859-1");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });

    assertThat(http().get(address()).json().path("title").asText()).isEqualTo("été");
  }

  @Test
  @Timeout(60)
  void readsAtMostSixtyFourMebibytes() {
    server.createContext("/", PartnerHttpTest::sendFarTooMuch);

    assertThatThrownBy(() -> http().get(address()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            address()
                + " must answer with at most 64 MiB, but sends more; it may have taken what was"
                + " sent: look there");
  }

  private static void sendFarTooMuch(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      byte[] some = new byte[1 << 16];
      for (long sent = 0; sent < FAR_TOO_MUCH; sent += some.length) {
        exchange.getResponseBody().write(some);
      }
    }
  }

  private URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private static PartnerHttp http() throws Exception {
    return new PartnerHttp(
        "Basic x", "application/json", SSLContext.getDefault(), Duration.ofSeconds(50));
  }
}
