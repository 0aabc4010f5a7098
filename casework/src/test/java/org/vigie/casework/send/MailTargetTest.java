package org.vigie.casework.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MailTargetTest {
  /** For a step: more than a busy machine takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private ServerSocket server;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  @Timeout(60)
  void sendsAMessage() throws Exception {
    serve(this::take);

    target().take(List.of("one", "two"));

    assertThat(told).contains("one", "two", "Subject: A subject");
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void givesUpAServerThatGoesOnTalkingAndClosesTheConnection() throws Exception {
    serve(this::talk);

    MailTarget brief =
        MailTarget.at(address(), null, PATIENCE, Duration.ofMillis(600), "A subject");
    assertThatThrownBy(() -> brief.take(List.of("one")))
        .isInstanceOf(IOException.class)
        .hasMessage("the mail server must take the message within 600 ms, but didn't");
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("closed");
  }

  private MailTarget target() throws IOException {
    return MailTarget.at(address(), null, PATIENCE, "A subject");
  }

  private String address() {
    return "smtp://localhost:%d/log@example.org".formatted(server.getLocalPort());
  }

  /** A conversation of a mail server's. */
  private interface Conversation {
    void with(Socket socket) throws Exception;
  }

  private void serve(Conversation conversation) {
    Thread.ofVirtual()
        .start(() -> {
          try (Socket socket = server.accept()) {
            conversation.with(socket);
          } catch (Exception e) {
            told.add("closed");
          }
        });
  }

  /** Each line comes within the patience for one, and none is the last. */
  private void talk(Socket socket) throws Exception {
    while (true) {
      say(socket, "220-one moment");
      Thread.sleep(50);
    }
  }

  private void take(Socket socket) throws Exception {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    say(socket, "220 mail.example.org");
    boolean isText = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      told.add(line);
      isText = line.equals("DATA") || (isText && !line.equals("."));
      if (line.equals("DATA")) {
        say(socket, "354 go on");
      } else if (!isText) {
        say(socket, line.equals("QUIT") ? "221 bye" : "250 fine");
      }
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
