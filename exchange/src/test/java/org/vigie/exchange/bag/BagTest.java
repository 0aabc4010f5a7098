package org.vigie.exchange.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.bag.BagProblem.Kind;
import org.vigie.exchange.timestamp.SmallAuthority;
import org.vigie.exchange.timestamp.TimeStampAuthority;
import org.vigie.exchange.timestamp.TrustedAuthorities;
import org.vigie.exchange.timestamp.TrustedStamper;
import org.vigie.files.failure.UserError;

class BagTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Path bag;
  private SigningKey key;
  private SmallAuthority authority;

  @BeforeEach
  void seal() throws Exception {
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
    authority = new SmallAuthority(Clock.fixed(NOON, ZoneOffset.UTC));
    TrustedAuthorities roots =
        TrustedAuthorities.of(authority.writeRoot(folder.resolve("roots.pem")));
    TrustedStamper stamper = new TrustedStamper(authority.address(), roots);
    made.seal(
        List.of(Map.entry("Source-Organization", "Unit 7,\nExample")),
        key,
        List.of(stamper, stamper));
  }

  @AfterEach
  void end() {
    authority.close();
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
    assertThat(shell.in(bag).said())
        .contains("Verification: OK", "timestamps/2.tst: Time stamp: Mar  1 12:00:00 2026 GMT");
    assertThat(shell.in(bag).exit()).isZero();
    BagCheck.Result result = BagCheck.check(bag, key.signer().fingerprint());
    assertThat(result.problems()).isEmpty();
    assertThat(result.stamps()).extracting(BagStamp::at).containsExactly(NOON, NOON);
  }

  @Test
  void saysOfChangedAndMissingFilesWhatSealAndStampsProve() throws Exception {
    Files.writeString(bag.resolve("data/report.html"), "<p>Another\n");
    Files.delete(bag.resolve("data/captures/one.warc.gz"));
    String signer = key.signer().fingerprint();
    String said = SinceWhen.of(bag, BagCheck.check(bag, signer), signer, true);

    assertThat(said)
        .contains(
            "when the package was sealed, and by 2026-03-01 12:00 UTC as an authority's stamp",
            "What is changed, missing or added came to be so after that.");
    assertThat(SinceWhen.of(bag, BagCheck.check(bag, signer), signer, false))
        .contains("as a stamp shows whose roots the package brings");
    String another = "ab".repeat(32);
    assertThat(SinceWhen.of(bag, BagCheck.check(bag, another), another, true))
        .isEqualTo("Since when can't be said: its list of files is not shown to be the signer's.");
  }

  @Test
  void saysTheSignersDayOnlyWhereThatIsAsItWasSigned() throws Exception {
    Path other = folder.resolve("other");
    Bag made = new Bag(other);
    Files.writeString(made.payload("report.html"), "<p>A report\n");
    made.seal(List.of(Map.entry("Bagging-Date", "2026-03-01")), key, List.of());
    Files.delete(other.resolve("data/report.html"));

    String signer = key.signer().fingerprint();
    assertThat(SinceWhen.of(other, BagCheck.check(other, ""), "", false))
        .contains("can't be said", signer, "--signer")
        .doesNotContain("2026-");
    assertThat(SinceWhen.of(other, BagCheck.check(other, signer), signer, false))
        .contains("was sealed on 2026-03-01 by the signer's clock. What")
        .doesNotContain("stamp");
    Path info = other.resolve("bag-info.txt");
    Files.writeString(info, Files.readString(info).replace("03-01", "04-01"));
    assertThat(SinceWhen.of(other, BagCheck.check(other, signer), signer, false))
        .doesNotContain("2026-");
  }

  @Test
  void isNotTakenForWholeWhereAFolderCannotBeListed() throws Exception {
    assumeTrue(BareShell.isThere(), "needs a POSIX shell with find, sha256sum and openssl");
    assumeTrue(BareShell.canBeDenied(), "needs a user whom permissions bind");
    BareShell shell = BareShell.withTheCommandsOf(bag.resolve("VERIFY.md"), folder);
    assertThat(shell.withoutPrivileges(bag).said()).endsWith("PACKAGE OK\n");
    Path captures = bag.resolve("data/captures");
    Files.writeString(captures.resolve("added.txt"), "added");
    Files.setPosixFilePermissions(captures, PosixFilePermissions.fromString("-wx--x--x"));
    try {
      BareShell.Ran ran = shell.withoutPrivileges(bag);

      assertThat(ran.exit()).isNotZero();
      assertThat(ran.said()).contains("NOT LISTED", "PACKAGE CHANGED");
    } finally {
      Files.setPosixFilePermissions(captures, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void itsStampsAreOfNoOtherBagAndOfNoOtherRoot() throws Exception {
    Bag other = new Bag(folder.resolve("other"));
    try (SmallAuthority stranger = new SmallAuthority(Clock.fixed(NOON, ZoneOffset.UTC))) {
      TrustedAuthorities roots =
          TrustedAuthorities.of(authority.writeRoot(folder.resolve("roots.pem")));
      assertThatThrownBy(() ->
              other.seal(List.of(), key, List.of(new TrustedStamper(stranger.address(), roots))))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("must be signed by an authority that is trusted");
    }
    // By the right authority, of something else.
    byte[] token = new TimeStampAuthority(authority.address()).stamp(new byte[32]).encoded();
    Files.write(bag.resolve("timestamps/1.tst"), token);
    Files.write(bag.resolve("timestamps/1.der"), key.sign(token));
    assertThat(BagCheck.check(bag, "").problems())
        .containsExactly(new BagProblem(Kind.TIME_STAMP, "timestamps/1.tst"));
    if (BareShell.isThere()) {
      BareShell shell = BareShell.withTheCommandsOf(bag.resolve("VERIFY.md"), folder);
      assertThat(shell.in(bag).said()).contains("PACKAGE CHANGED");
    }
  }

  @Test
  void itsStampsCountByRootsOfOnesOwnIfThereAreSome() throws Exception {
    Path own = folder.resolve("roots.pem");
    BagCheck.Result held = BagCheck.check(bag, "", TrustedAuthorities.of(own));
    assertThat(held.problems()).isEmpty();
    assertThat(held.stamps().getFirst().roots())
        .singleElement()
        .satisfies(root -> assertThat(root.digest()).startsWith("sha256:"))
        .satisfies(root -> assertThat(root.subject()).contains("CN="));

    try (SmallAuthority stranger = new SmallAuthority(Clock.fixed(NOON, ZoneOffset.UTC))) {
      TrustedAuthorities others =
          TrustedAuthorities.of(stranger.writeRoot(folder.resolve("others.pem")));
      assertThat(BagCheck.check(bag, "", others).problems())
          .containsExactly(
              new BagProblem(Kind.TIME_STAMP, "timestamps/1.tst"),
              new BagProblem(Kind.TIME_STAMP, "timestamps/2.tst"));
    }
  }

  /** Whoever makes a package can sign a stamp of any form. */
  @Test
  void findsAStampWithoutSignedAttributesOrContentToBeNone() throws Exception {
    byte[] whole = Files.readAllBytes(bag.resolve("timestamps/1.tst"));
    for (byte[] token : SmallAuthority.lackingSomething(whole)) {
      Files.write(bag.resolve("timestamps/1.tst"), token);
      Files.write(bag.resolve("timestamps/1.der"), key.sign(token));

      assertThat(BagCheck.check(bag, "").problems())
          .containsExactly(new BagProblem(Kind.TIME_STAMP, "timestamps/1.tst"));
      authority.setAlways(token);
      assertThatThrownBy(() -> new TimeStampAuthority(authority.address()).stamp(new byte[32]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("must answer with a time stamp");
    }
  }

  @Test
  void isNotSealedIfAnAuthorityDoesNotAnswer() throws Exception {
    authority.setDown(true);
    TrustedAuthorities roots =
        TrustedAuthorities.of(authority.writeRoot(folder.resolve("roots.pem")));
    assertThatThrownBy(() ->
            new Bag(folder.resolve("other"))
                .seal(List.of(), key, List.of(new TrustedStamper(authority.address(), roots))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must stamp this package, but didn't: it answered 503");
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
  void takesNoNameWithABackslashForAFileInAFolder() throws Exception {
    assumeTrue(folder.getFileSystem().getSeparator().equals("/"), "elsewhere it does part folders");
    String added = "data\\report.html";
    Files.writeString(bag.resolve(added), "<p>Another report\n");

    assertThat(BagCheck.check(bag, "").problems())
        .containsExactly(new BagProblem(Kind.ADDED, added));
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
