package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.workspace.Workspace;

/** What a page gets whose name was turned to this machine. */
class OtherHostsTest {
  @TempDir Path folder;
  private ServedConsole served;

  @BeforeEach
  void serve() {
    served = ServedConsole.on(new Workspace(folder));
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void getNothingButHealthAndFigures() throws Exception {
    for (String path :
        new String[] {
          "/", "/sign-in", "/nowhere", "/health/anything", "/metrics/a", "/assets/map.js"
        }) {
      String answer = ask("GET " + path, "Host: evil.example", "");
      assertThat(answer).as(path).startsWith("HTTP/1.1 421 ").contains("nosniff");
      assertThat(answer).doesNotContain("<html", "Set-Cookie", "vigie_");
    }
    assertThat(ask("POST /sign-in", "Host: evil.example:8480", "name=a&password=b"))
        .startsWith("HTTP/1.1 421 ");
    assertThat(ask("GET /api/v1/adverts", "Host: evil.example", "")).startsWith("HTTP/1.1 421 ");
    assertThat(ask("GET /health/live", "Host: 10.0.0.9:8480", "")).startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET /health/ready", "Host: evil.example", "")).startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET /metrics", "Host: console:8480", ""))
        .startsWith("HTTP/1.1 200 ")
        .contains("vigie_console_ready 1");
  }

  @Test
  void areNotBelievedWhereAProxyIsSaidToBeBetween() throws Exception {
    assertThat(
            ask(
                "GET /sign-in",
                "Host: evil.example\r\nX-Forwarded-Host: 127.0.0.1\r\nForwarded: host=localhost",
                ""))
        .startsWith("HTTP/1.1 421 ");
    assertThat(ask("GET /sign-in", "Host: localhost\r\nX-Forwarded-Host: evil.example", ""))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContain("evil.example");
  }

  @Test
  void areNoneThatTheSettingsNameNorThisMachine() throws Exception {
    assertThat(ask("GET /sign-in", "Host: " + ServedConsole.HOST, "")).startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET /sign-in", "Host: localhost:1", "")).startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET /sign-in", "Host: [::1]:8480", "")).startsWith("HTTP/1.1 200 ");
  }

  private String ask(String line, String headers, String form) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", served.console.port())) {
      String request =
          "%s HTTP/1.1\r\n%s\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(line, headers, form.length(), form);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
