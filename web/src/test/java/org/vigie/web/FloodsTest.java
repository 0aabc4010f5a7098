package org.vigie.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends less than was announced holds no connection. */
@Timeout(120)
class FloodsTest {
  private static final Duration SILENCE = Duration.ofMillis(400);
  private static final Duration BODY = Duration.ofSeconds(2);

  /** For those who are silent for no longer than a busy machine is. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Javalin server;

  @BeforeEach
  void serve() {
    serve(SILENCE, BODY);
  }

  private void serve(Duration silence, Duration body) {
    server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.jetty.host = "127.0.0.1";
          config.jetty.port = 0;
          config.jetty.modifyHttpConfiguration(http -> Floods.bound(http, silence));
          config.jetty.modifyServer(jetty -> Floods.bound(jetty, body));
          config.routes.post("/", context -> context.result(context.body()));
        });
    server.start();
  }

  private void serveWithPatience() {
    server.stop();
    serve(PATIENCE, PATIENCE);
  }

  @AfterEach
  void end() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 10\r\n\r\n",
        "Content-Length: 10\r\n\r\nabc",
        "Content-Length: 9999999\r\n\r\n",
        "Content-Length: 10\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
      })
  void aConnectionEndsWhoseBodyIsSilent(String rest) throws Exception {
    try (Socket socket = send(rest)) {
      assertThat(left(socket)).doesNotStartWith("HTTP/1.1 200");
    }
  }

  @Test
  void aBodyLongerThanAnyIsRefusedBeforeItComes() throws Exception {
    serveWithPatience();
    try (Socket socket = send("Content-Length: 99999999\r\n\r\n")) {
      assertThat(left(socket)).startsWith("HTTP/1.1 413").contains("Connection: close");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
  void aConnectionEndsWhoseBodyNeverDoes(String type) throws Exception {
    try (Socket socket = send("Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n")) {
      OutputStream out = socket.getOutputStream();
      byte[] piece = ("40\r\n" + "a".repeat(64) + "\r\n").getBytes(US_ASCII);
      long start = System.nanoTime();
      boolean open = true;
      while (open && System.nanoTime() - start < PATIENCE.toNanos()) {
        try {
          out.write(piece);
          Thread.sleep(20);
          open = socket.getInputStream().available() == 0;
        } catch (SocketException e) {
          open = false;
        }
      }
      assertThat(open).as("somebody still listens").isFalse();
    }
  }

  @Test
  void aBodyThatComesIsRead() throws Exception {
    serveWithPatience();
    try (Socket socket = send("Connection: close\r\nContent-Length: 5\r\n\r\nwhole")) {
      assertThat(left(socket)).startsWith("HTTP/1.1 200").endsWith("whole");
    }
  }

  private Socket send(String rest) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(2 * (int) PATIENCE.toMillis());
    socket
        .getOutputStream()
        .write(("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + rest).getBytes(US_ASCII));
    return socket;
  }

  /** Returns all that is answered until the connection ends. */
  private static String left(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    } catch (SocketException e) {
      return "";
    }
  }
}
