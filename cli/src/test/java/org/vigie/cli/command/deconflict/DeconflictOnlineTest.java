package org.vigie.cli.command.deconflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.joint.LetterBox;
import org.vigie.casework.joint.LineCertificates;
import org.vigie.casework.line.LineTls;
import org.vigie.cli.command.ListeningConsole;
import org.vigie.files.digest.Sha256;

/** Two consoles that compare contacts over a line, each of which knows the other's. */
class DeconflictOnlineTest {
  @TempDir Path folder;
  private Comparer north;
  private Comparer south;
  private ListeningConsole listener;
  private String address = "";

  @BeforeEach
  void listen() throws Exception {
    north = Comparer.onALine(folder.resolve("north"));
    south = Comparer.onALine(folder.resolve("south"));
    north.knows("South", south, 2_048);
    south.knows("North", north, 2_048);
    String held = south.contacts(1_960, 3_960);
    Here here = Here.in(south.home).home(Readme.project()).onRealTime();
    listener = ListeningConsole.of(here, "deconflict", "listen", "--port", "0", "--contacts", held);
    address = "127.0.0.1:" + listener.port();
  }

  @AfterEach
  void end() throws Exception {
    listener.close();
  }

  @Test
  void findsTheFortySharedOnceASecondPersonHasGrantedIt() throws Exception {
    ask("q", 0, 2_000);
    assertThat(send("q")).contains("has yet to grant it");
    assertThat(send("q")).contains("has yet to grant it");
    assertThat(north.home.resolve("a")).doesNotExist();
    assertThat(listener.out()).containsOnlyOnce("has to grant export 1 on the page of exports");
    south.decide(1, true);

    assertThat(send("q")).contains("Answer of South written to a");
    byte[] first = Files.readAllBytes(north.home.resolve("a"));
    send("q");
    assertThat(north.home.resolve("a")).as("the same again").hasBinaryContent(first);
    assertThat(south.audit().lines().filter(line -> line.contains("answer again")))
        .singleElement()
        .asString()
        .contains("\"recipient\":\"North\"", "\"file\":\"" + Sha256.of(first) + "\"");

    List<String> lines = north.run("deconflict", "finish", "a").lines().toList();
    assertThat(lines).hasSize(41).last().isEqualTo("40 contacts are held by both.");
    assertThat(lines.subList(0, 40))
        .allMatch(line -> line.endsWith("The desk that holds it, +44 7700 900001"));
    assertThat(south.audit())
        .contains("deconflict grant asked", "granted by eva")
        .containsOnlyOnce("deconflict answered")
        .doesNotContain("+33");
    assertThat(north.audit()).contains("deconflict asked", "deconflict send", "shared=40");
    north.run("audit", "verify");
    south.run("audit", "verify");
    assertThat(refusal("q")).contains("that waits for its answer");
  }

  @Test
  void stopsAnAgencyAtItsQuotaAndRefusesWhatWasDeclined() throws Exception {
    south.knows("North", north, 64);
    ask("q", 0, 64);
    ask("q2", 0, 64);
    ask("q3", 0, 64);
    send("q");
    send("q2");
    south.decide(1, true);
    south.decide(2, false);
    send("q");

    assertThat(trying("q3")).isEqualTo(9);
    assertThat(north.here.err()).contains("its week's quota");
    south.knows("North", north, 128);
    assertThat(refusal("q2")).contains("refused it");
    assertThat(listener.err()).contains("but declined it", "about 64 more");
    ask("large", 0, 2_000);
    south.knows("North", north, 64);
    assertThat(refusal("large")).as("longer than its quota lets it be").contains("refused it");
    assertThat(south.audit()).containsOnlyOnce("deconflict answered");
  }

  @Test
  void refusesARequestThatAnotherSignedAndOneThatIsNone() throws Exception {
    ask("q", 0, 64);
    Path request = north.home.resolve("q");
    byte[] bytes = Files.readAllBytes(request);
    byte[] changed = bytes.clone();
    changed[changed.length - 1] ^= 1;

    assertThat(said(changed)).isEqualTo("refused");
    assertThat(said("no request".getBytes(StandardCharsets.US_ASCII))).isEqualTo("refused");
    assertThat(said(bytes)).isEqualTo("pending");
    assertThat(saidTo("vigie-deconflict 1 " + 99_999_999_999L + "\n")).isEmpty();
    assertThat(saidTo("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n")).isEmpty();
    assertThat(said(bytes)).isEqualTo("pending");
    south.knows("North", south, 2_048);
    Path file = south.workspace.root().resolve("deconflict.yaml");
    Files.writeString(file, Files.readString(file).replace(south.line, north.line));
    assertThat(said(bytes)).isEqualTo("refused");
    assertThat(listener.err()).contains("changed on the way", "must bring requests that it signed");
    try (Stream<Path> left = Files.list(south.workspace.root().resolve("deconflict/arriving"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void letsTwentyRequestsOfOnePartnerWaitAndNotOneMore() throws Exception {
    for (int i = 0; i < 20; i++) {
      ask("q" + i, i, i + 1);
      assertThat(send("q" + i)).contains("has yet to grant it");
    }
    ask("more", 0, 1);

    assertThat(refusal("more")).contains("refused it");
    assertThat(listener.err()).contains("at most 20 requests of a partner must wait");
    assertThat(send("q3")).contains("has yet to grant it");
  }

  private void ask(String name, int from, int to) throws IOException {
    north.ask("South", name, from, to);
  }

  private int trying(String name) throws IOException {
    Files.deleteIfExists(north.home.resolve("a"));
    return north.here.vigie(
        "deconflict", "send", name, "--to", "South", "--at", address, "--out", "a");
  }

  private String send(String name) throws IOException {
    assertThat(trying(name)).as(north.here.err()).isZero();
    return north.here.out();
  }

  private String refusal(String name) throws IOException {
    assertThat(trying(name)).isEqualTo(4);
    return north.here.err();
  }

  /** Sends a request to the south as the north, past what the command checks. */
  private String said(byte[] request) throws Exception {
    try (SSLSocket socket = called()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "vigie-deconflict 1 %d\n".formatted(request.length).getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("send\n");
      out.write(request);
      out.flush();
      return rest(socket);
    }
  }

  /** Says a line or more to the south as the north. */
  private String saidTo(String lines) throws Exception {
    try (SSLSocket socket = called()) {
      socket.getOutputStream().write(lines.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return rest(socket);
    }
  }

  private static String rest(SSLSocket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
  }

  private SSLSocket called() throws Exception {
    LineCertificates.Pair own =
        new LineCertificates(new LetterBox(north.workspace.root())).inUse(Instant.now());
    SSLContext tls =
        LineTls.of(own.key(), own.certificate(), south.line::equals, Clock.systemUTC());
    int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
    return (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port);
  }
}
