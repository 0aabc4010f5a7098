package org.vigie.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;

class UnfinishedTest {
  @TempDir Path folder;

  /** A process of its own, which writes until it is asked to end. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws IOException {
      try (Unfinished unfinished = Unfinished.at(Path.of(args[0]))) {
        Files.createDirectories(unfinished.place().resolve("data"));
        Files.writeString(unfinished.place().resolve("data/report.html"), "<p>words");
        System.out.println("ready");
        TimeUnit.MINUTES.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void isGoneAfterItsProcessWasAskedToEnd() throws Exception {
    Path place = folder.resolve("package.part");
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                place.toString())
            .start();
    try {
      assertThat(writer.inputReader().readLine()).isEqualTo("ready");
      assertThat(place.resolve("data/report.html")).exists();
      writer.destroy();
      assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      writer.destroyForcibly();
    }
    assertThat(place).doesNotExist();
  }

  @Test
  void isGoneAtTheEndUnlessItWasMovedAndTakesNobodysPlace() throws Exception {
    Path place = folder.resolve("package.part");
    try (Unfinished unfinished = Unfinished.at(place)) {
      Files.writeString(unfinished.place(), "words");
      assertThatThrownBy(() -> Unfinished.at(place))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("another run writes it, or was ended");
    }
    assertThat(place).doesNotExist();

    Path moved = folder.resolve("package");
    try (Unfinished unfinished = Unfinished.at(place)) {
      Files.writeString(unfinished.place(), "words");
      Files.move(unfinished.place(), moved);
    }
    assertThat(moved).hasContent("words");
  }

  @Test
  void isNeverInClearBesideTheFileThatIsEncrypted() throws Exception {
    SigningKey key = SigningKey.make(folder.resolve("key.pem"));
    Path captures = Files.createDirectories(folder.resolve("captures"));
    Path openssl = Path.of("/usr/bin/openssl");
    assumeTrue(Files.exists(openssl), "needs openssl to make a certificate");
    String words =
        " req -x509 -newkey rsa:3072 -nodes -days 30 -subj /CN=reader.example.org"
            + " -keyout reader.key -out reader.pem";
    Process process =
        new ProcessBuilder((openssl + words).split(" ")).directory(folder.toFile()).start();
    assertThat(process.waitFor()).isZero();
    Recipients reader = Recipients.read(List.of(folder.resolve("reader.pem")), Instant.now());
    Path out = folder.resolve("sent/package.p7m");
    List<String> beside = new ArrayList<>();
    Path inClear = folder.resolve("evidence/unsent.part");

    new EvidencePackage(captures, key, Locale.ENGLISH)
        .write(
            Dossiers.nowhere(WithheldCaptures.nothing()),
            out,
            reader,
            (content, hash) -> {
              beside.addAll(List.of(out.getParent().toFile().list()));
              assertThat(inClear).isDirectory();
              assertThatCode(() -> assertThat(OwnerOnly.isLooser(inClear)).isFalse())
                  .doesNotThrowAnyException();
            });

    assertThat(beside).containsExactly("package.p7m.packing");
    assertThat(out).isNotEmptyFile();
    assertThat(inClear).doesNotExist();
  }
}
