package org.vigie.exchange.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.bag.BagProblem.Kind;
import org.vigie.files.failure.UserError;

class BagTest {
  /** Some 3 s; {@code -Dvigie.tamperings=10000} for the figure of the documentation. */
  private static final int TAMPERINGS = Integer.getInteger("vigie.tamperings", 150);

  @TempDir Path folder;
  private Path bag;
  private SigningKey key;

  @BeforeEach
  void seal() throws IOException {
    bag = folder.resolve("bag");
    key = SigningKey.make(folder.resolve("keys/key.pem"));
    Bag made = new Bag(bag);
    Files.writeString(made.payload("report.html"), "<p>A report\n");
    Files.write(
        made.payload("captures/one.warc.gz"),
        new Random(1)
            .ints(300)
            .collect(java.io.ByteArrayOutputStream::new, (out, i) -> out.write(i), (a, b) -> {})
            .toByteArray());
    Files.writeString(made.tag("VERIFY.md"), VerifyText.in(Locale.ENGLISH));
    made.seal(List.of(Map.entry("Source-Organization", "Unit 7,\nExample")), key);
  }

  @Test
  void isABagToTheLibraryOfCongressOwnVerifier() throws Exception {
    var read = new gov.loc.repository.bagit.reader.BagReader().read(bag);
    try (var verifier = new gov.loc.repository.bagit.verify.BagVerifier()) {
      verifier.isValid(read, false);
    }
    assertThat(read.getMetadata().get("Source-Organization")).containsExactly("Unit 7, Example");
    assertThat(read.getMetadata().get("Payload-Oxum")).containsExactly("312.2");
  }

  @Test
  void isFoundWholeByAShellAndByOurselves() throws Exception {
    assumeTrue(BareShell.isThere(), "needs a POSIX shell with find, sha256sum and openssl");
    BareShell shell = BareShell.withTheCommandsOf(bag.resolve("VERIFY.md"), folder);

    assertThat(shell.in(bag).said()).contains(key.signer().fingerprint()).endsWith("PACKAGE OK\n");
    assertThat(shell.in(bag).exit()).isZero();
    assertThat(BagCheck.check(bag, key.signer().fingerprint()).problems()).isEmpty();
  }

  @Test
  void isNeverTakenForWholeOnceAnythingChanged() throws Exception {
    assumeTrue(BareShell.isThere(), "needs a POSIX shell with find, sha256sum and openssl");
    BareShell shell = BareShell.withTheCommandsOf(bag.resolve("VERIFY.md"), folder);
    Random random = new Random(21);
    List<String> overlooked = new ArrayList<>();
    for (int i = 0; i < TAMPERINGS; i++) {
      Tampering tampering = Tampering.of(bag, random);
      if (shell.in(bag).exit() == 0) {
        overlooked.add("by the shell: " + tampering.what());
      }
      if (BagCheck.check(bag, "").problems().isEmpty()) {
        overlooked.add("by ourselves: " + tampering.what());
      }
      tampering.undo().run();
    }
    assertThat(overlooked).as("of %d", TAMPERINGS).isEmpty();
    assertThat(shell.in(bag).exit()).as("all was put back").isZero();
  }

  @Test
  void saysWhatIsWrongAndWhere() throws Exception {
    Files.writeString(bag.resolve("data/report.html"), "<p>Another report\n");
    Files.delete(bag.resolve("data/captures/one.warc.gz"));
    Files.writeString(bag.resolve("data/more.txt"), "more");
    Files.createSymbolicLink(bag.resolve("data/link"), Path.of("report.html"));

    assertThat(BagCheck.check(bag, "").problems())
        .containsExactlyInAnyOrder(
            new BagProblem(Kind.CHANGED, "data/report.html"),
            new BagProblem(Kind.MISSING, "data/captures/one.warc.gz"),
            new BagProblem(Kind.ADDED, "data/more.txt"),
            new BagProblem(Kind.NO_FILE, "data/link"));
  }

  @Test
  void tellsABagThatSomebodyElseSigned() throws Exception {
    SigningKey other = SigningKey.make(folder.resolve("keys/other.pem"));

    assertThat(BagCheck.check(bag, other.signer().fingerprint()).problems())
        .containsExactly(new BagProblem(Kind.SIGNER, "signer.pem"));
  }

  @Test
  void readsNothingOutsideTheFolder() throws Exception {
    Path manifest = bag.resolve("manifest-sha256.txt");
    Files.writeString(manifest, "0".repeat(64) + "  data/../../../keys/key.pem\n");

    assertThat(BagCheck.check(bag, "").problems())
        .contains(new BagProblem(Kind.MANIFEST, "manifest-sha256.txt"))
        .noneMatch(problem -> problem.file().contains("key.pem"));
  }

  @Test
  void readsAKeyAgainAndNeverReplacesOne() throws Exception {
    Path file = folder.resolve("keys/key.pem");

    assertThat(SigningKey.read(file).signer()).isEqualTo(key.signer());
    assertThatThrownBy(() -> SigningKey.make(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must not exist yet");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  /** A shell that ends closes its window, and with it what it said of a changed package. */
  @Test
  void itsCommandsEndNoShellThatTheyArePastedInto() {
    assertThat(VerifyText.in(Locale.ENGLISH)).contains("PACKAGE CHANGED").doesNotContain("exit ");
  }
}
