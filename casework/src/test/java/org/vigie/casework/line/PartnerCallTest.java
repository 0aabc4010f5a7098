package org.vigie.casework.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.exchange.envelope.ReaderPair;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.files.failure.UserError;

/** A call that fails says where: on the way, at the door, or in what was said. */
class PartnerCallTest {
  private static final Clock NOW = Clock.systemUTC();
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @TempDir Path folder;

  @BeforeEach
  void make() throws Exception {
    for (String each : List.of("north", "south", "stranger")) {
      ReaderPair.makeForTls(file(each + ".key"), file(each + ".pem"), each, NOW.instant());
    }
  }

  @Test
  void saysThatNobodyIsThere() throws Exception {
    try (Socket held = new Socket()) { // bound, so that nobody else listens there
      held.bind(new InetSocketAddress("127.0.0.1", 0));

      assertThat(failure("north", "south", held.getLocalPort()))
          .contains("must be reached, but can't be");
    }
  }

  @Test
  void saysThatTheOtherIsntThePartner() throws Exception {
    try (PartnerLine line = listening(socket -> {})) {
      assertThat(failure("north", "stranger", line.port()))
          .contains("must show the certificate that deconflict.yaml names");
    }
  }

  /** It may be gone before what it says of that is read. */
  @Test
  void saysThatTheOtherDoesntKnowUs() throws Exception {
    try (PartnerLine line = listening(socket -> {})) {
      assertThat(failure("stranger", "south", line.port())).contains("know our certificate");
    }
  }

  @Test
  void saysThatTheAnswerCannotBeRead() throws Exception {
    try (PartnerLine line =
        listening(socket ->
            socket.getOutputStream().write("x".repeat(200).getBytes(StandardCharsets.US_ASCII)))) {
      assertThat(failure("north", "south", line.port()))
          .contains("must give an answer that can be read", "at most 100 signs");
    }
  }

  @Test
  void saysThatTheOtherBrokeOff() throws Exception {
    try (PartnerLine line = listening(socket -> {})) {
      assertThat(failure("north", "south", line.port())).contains("must answer, but broke off");
    }
  }

  @Test
  void saysThatTheOtherBrokeOffBeforeAWord() throws Exception {
    try (ServerSocket busy = new ServerSocket(0);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      other.submit(() -> {
        try (Socket call = busy.accept()) {
          return call.getInputStream().read();
        }
      });
      assertThat(failure("north", "south", busy.getLocalPort()))
          .contains("must answer, but broke off");
    }
  }

  @Test
  void blamesNoPartnerForAFileOfOurs() throws Exception {
    try (PartnerLine line = listening(socket -> LineFrame.line(socket.getOutputStream(), "a"))) {
      PartnerCall call = new PartnerCall(tls("north", "south"), LONGEST);
      assertThatThrownBy(
              () -> call.call(address("south", line.port()), socket -> Files.size(file("none"))))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("what is sent must be readable")
          .hasMessageEndingWith("none");
    }
  }

  private String failure(String self, String expected, int port) throws Exception {
    PartnerCall call = new PartnerCall(tls(self, expected), LONGEST);
    try {
      call.call(address(expected, port), socket -> LineFrame.line(socket.getInputStream()));
    } catch (UserError e) {
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError("the call must fail");
  }

  /** What the south says to the north. */
  private interface Saying {
    void to(SSLSocket partner) throws IOException;
  }

  private PartnerLine listening(Saying saying) throws Exception {
    PartnerLine line = new PartnerLine(tls("south", "north"), "127.0.0.1", 0, LONGEST);
    line.begin((partner, certificate) -> saying.to(partner));
    return line;
  }

  private DeconflictFile.Line address(String name, int port) throws Exception {
    return new DeconflictFile.Line("127.0.0.1", port, List.of(fingerprint(name)));
  }

  private SSLContext tls(String own, String other) throws Exception {
    return LineTls.of(file(own + ".key"), file(own + ".pem"), fingerprint(other)::equals, NOW);
  }

  private String fingerprint(String name) throws Exception {
    return Recipients.fingerprint(file(name + ".pem"));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
