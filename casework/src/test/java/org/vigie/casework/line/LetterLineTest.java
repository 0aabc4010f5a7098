package org.vigie.casework.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.exchange.envelope.ReaderPair;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

class LetterLineTest {
  private static final Clock NOW = Clock.systemUTC();

  @TempDir Path folder;
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private volatile boolean logIsBroken;
  private Path letter;
  private LetterLine line;

  @BeforeEach
  void listen() throws Exception {
    for (String each : List.of("north", "south", "stranger")) {
      ReaderPair.makeForTls(file(each + ".key"), file(each + ".pem"), each, NOW.instant());
    }
    byte[] content = new byte[300_000];
    new Random(7).nextBytes(content);
    letter = Files.write(file("letter.p7m"), content);
    line =
        LetterLine.start(
            tls("south", "north"), "127.0.0.1", 0, folder.resolve("arrived"), this::note);
  }

  @AfterEach
  void end() throws Exception {
    line.close();
  }

  @Test
  void bringsALetterFromAPartnerByteForByteAndIsToldWhoseItIsBefore() throws Exception {
    String hash = sending("north", "south").send(letter, address("south"));

    assertThat(hash).isEqualTo(Sha256.of(letter));
    assertThat(arrived).containsExactly(fingerprint("north") + " " + hash + " not there yet");
    assertThat(kept()).hasSize(1);
    assertThat(kept().getFirst()).hasSameBinaryContentAs(letter);
    sending("north", "south").send(letter, address("south"));
    assertThat(kept()).as("the same twice").hasSize(1);
  }

  @Test
  void letsNobodyInWhoseCertificateIsNoPartners() {
    assertThatThrownBy(() -> sending("stranger", "south").send(letter, address("south")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("our certificate");
    assertThat(arrived).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void sendsNothingToAConsoleThatIsntThePartner() {
    assertThatThrownBy(() -> sending("north", "stranger").send(letter, address("stranger")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must show the certificate that deconflict.yaml names");
    assertThat(arrived).isEmpty();
  }

  @Test
  void letsNobodyInWithoutACertificate() throws Exception {
    SSLContext silent = SSLContext.getInstance("TLSv1.3");
    silent.init(null, new TrustManager[] {trusting()}, null);
    try (SSLSocket socket =
        (SSLSocket) silent.getSocketFactory().createSocket("127.0.0.1", line.port())) {
      assertThatThrownBy(
              () -> {
                LineFrame.head(socket.getOutputStream(), 3);
                socket.getOutputStream().write(new byte[3]);
                LineFrame.line(socket.getInputStream());
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void takesNoCertificateAfterItsTime() throws Exception {
    Clock later = Clock.offset(NOW, Duration.ofDays(731));
    try (LetterLine late =
        LetterLine.start(
            LineTls.of(file("south.key"), file("south.pem"), known("north"), later),
            "127.0.0.1",
            0,
            folder.resolve("late"),
            this::note)) {
      DeconflictFile.Line address =
          new DeconflictFile.Line("127.0.0.1", late.port(), List.of(fingerprint("south")));
      assertThatThrownBy(() -> sending("north", "south").send(letter, address))
          .isInstanceOf(UserError.class);
    }
  }

  @Test
  void letsNobodyInByASessionFromWhenTheirCertificateWasKnown() throws Exception {
    AtomicBoolean isKnown = new AtomicBoolean(true);
    SSLContext asking =
        LineTls.of(file("south.key"), file("south.pem"), shown -> isKnown.get(), NOW);
    try (LetterLine open =
        LetterLine.start(asking, "127.0.0.1", 0, folder.resolve("open"), this::note)) {
      DeconflictFile.Line address =
          new DeconflictFile.Line("127.0.0.1", open.port(), List.of(fingerprint("south")));
      LetterSending north = sending("north", "south");
      north.send(letter, address);
      isKnown.set(false);
      Thread.sleep(2_100);

      assertThatThrownBy(() -> north.send(letter, address)).isInstanceOf(UserError.class);
      assertThat(arrived).hasSize(1);
    }
  }

  @Test
  void keepsNothingThatCannotBeLogged() {
    logIsBroken = true;

    assertThatThrownBy(() -> sending("north", "south").send(letter, address("south")))
        .isInstanceOf(UserError.class);
    assertThat(kept()).isEmpty();
  }

  @Test
  void keepsNoPartOfALetterAndGoesOnAfterIt() throws Exception {
    for (String head :
        List.of("vigie-letter 1 1000\n", "vigie-letter 1 99999999999\n", "GET / HTTP/1.1\n")) {
      try (Socket socket =
              tls("north", "south").getSocketFactory().createSocket("127.0.0.1", line.port());
          OutputStream out = socket.getOutputStream()) {
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[10]);
      }
    }
    try (Socket plain = new Socket("127.0.0.1", line.port());
        InputStream in = plain.getInputStream()) {
      plain.getOutputStream().write("hello\n\n\n\n\n".getBytes(StandardCharsets.US_ASCII));
      in.readAllBytes();
    } catch (IOException e) {
      assertThat(e).isNotNull(); // thrown out
    }
    sending("north", "south").send(letter, address("south"));
    assertThat(kept()).hasSize(1);
  }

  @Test
  void letsPartnersInWhileStrangersOfAnotherAddressHoldTheirPlaces() throws Exception {
    List<Socket> strangers = new ArrayList<>();
    try {
      for (int i = 0; i < 3 * PartnerLine.GREETED_OF_ADDRESS; i++) {
        Socket stranger = new Socket();
        stranger.bind(new InetSocketAddress("127.0.0.2", 0));
        stranger.connect(new InetSocketAddress("127.0.0.1", line.port()));
        strangers.add(stranger);
      }
      sending("north", "south").send(letter, address("south"));
      assertThat(kept()).hasSize(1);
    } finally {
      for (Socket stranger : strangers) {
        stranger.close();
      }
    }
  }

  @Test
  void takesNoMoreThanSomebodyOpens() throws Exception {
    for (int i = 0; i < LetterLine.MOST_WAITING; i++) {
      Files.writeString(folder.resolve("arrived").resolve(i + ".p7m"), "waits");
    }
    assertThatThrownBy(() -> sending("north", "south").send(letter, address("south")))
        .isInstanceOf(UserError.class);
    assertThat(arrived).isEmpty();
  }

  @Test
  void takesNoMoreOfOnePartnerThanItsShare() throws Exception {
    String north = "-" + fingerprint("north").substring(0, 16) + ".p7m";
    for (int i = 0; i < LetterLine.MOST_OF_PARTNER; i++) {
      Files.writeString(folder.resolve("arrived").resolve(i + north), "waits");
      Files.writeString(folder.resolve("arrived").resolve(i + "-another.p7m"), "waits");
    }
    assertThatThrownBy(() -> sending("north", "south").send(letter, address("south")))
        .isInstanceOf(UserError.class);
    Files.delete(folder.resolve("arrived").resolve("0" + north));
    sending("north", "south").send(letter, address("south"));
    assertThat(arrived).hasSize(1);
  }

  private void note(String certificate, String hash, Path place) {
    if (logIsBroken) {
      throw UserError.ofInput("the log must be writable");
    }
    arrived.add(certificate + " " + hash + (Files.exists(place) ? "" : " not there yet"));
  }

  private LetterSending sending(String own, String other) throws IOException {
    return new LetterSending(tls(own, other));
  }

  private SSLContext tls(String own, String other) throws IOException {
    return LineTls.of(file(own + ".key"), file(own + ".pem"), known(other), NOW);
  }

  private Predicate<String> known(String other) throws IOException {
    return fingerprint(other)::equals;
  }

  private DeconflictFile.Line address(String whose) throws IOException {
    return new DeconflictFile.Line("127.0.0.1", line.port(), List.of(fingerprint(whose)));
  }

  private String fingerprint(String whose) throws IOException {
    return Recipients.fingerprint(file(whose + ".pem"));
  }

  private List<Path> kept() {
    try (Stream<Path> there = Files.list(folder.resolve("arrived"))) {
      return there.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  /** Takes any server, as a careless client does. */
  private static X509TrustManager trusting() {
    return new X509TrustManager() {
      @Override
      public void checkClientTrusted(X509Certificate[] chain, String type) {}

      @Override
      public void checkServerTrusted(X509Certificate[] chain, String type) {}

      @Override
      public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
      }
    };
  }
}
