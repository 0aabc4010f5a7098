package org.vigie.exchange.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.files.failure.UserError;

/** Certificates and keys are made by openssl, and openssl opens what we seal. */
class SealedFolderTest {
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");

  @TempDir Path folder;
  private Path bag;
  private Path sealed;

  @BeforeEach
  void make() throws Exception {
    assumeTrue(Files.exists(OPENSSL), "needs openssl");
    bag = folder.resolve("bag");
    Files.createDirectories(bag.resolve("data"));
    Files.writeString(bag.resolve("data/report.html"), "<p>A report\n");
    byte[] noise = new byte[300_000];
    new Random(3).nextBytes(noise);
    Files.write(bag.resolve("data/captures.bin"), noise);
    sealed = folder.resolve("package.p7m");
    certificate("rsa", "rsa:3072", "");
    certificate("ec", "ec", "ec_paramgen_curve:P-256");
    certificate("other", "rsa:3072", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ec"})
  void isOpenedByEachOfItsRecipients(String name) throws Exception {
    seal("rsa", "ec");

    SealedFolder.open(sealed, key(name), folder.resolve("opened"));
    assertThat(folder.resolve("opened/data/report.html")).hasContent("<p>A report\n");
    assertThat(folder.resolve("opened/data/captures.bin"))
        .hasSameBinaryContentAs(bag.resolve("data/captures.bin"));
    assertThat(Files.readString(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("A report", "captures.bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ec"})
  void isOpenedByOpensslAlone(String name) throws Exception {
    seal("rsa", "ec");

    Path zip = folder.resolve("package.zip");
    openssl(
        "cms",
        "-decrypt",
        "-inform",
        "DER",
        "-in",
        sealed.toString(),
        "-inkey",
        file(name, "key").toString(),
        "-recip",
        file(name, "pem").toString(),
        "-out",
        zip.toString());
    try (ZipFile read = new ZipFile(zip.toFile())) {
      assertThat(read.stream().map(Object::toString))
          .containsExactly("e-1/data/captures.bin", "e-1/data/report.html");
    }
  }

  @Test
  void isClosedToAllOthers() throws Exception {
    seal("rsa", "ec");

    assertThatThrownBy(() -> SealedFolder.open(sealed, key("other"), folder.resolve("opened")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("but is to others");
    assertThat(folder.resolve("opened")).doesNotExist();
  }

  @Test
  void isNotOpenedOnceAnyBitChanged() throws Exception {
    seal("ec");
    byte[] whole = Files.readAllBytes(sealed);
    Random random = new Random(21);
    for (int i = 0; i < 200; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(sealed, changed);
      requireNothingWrongComesOut(i);
    }
    for (int cut = 1; cut < whole.length; cut += whole.length / 20) {
      Files.write(sealed, Arrays.copyOf(whole, whole.length - cut));
      requireNothingWrongComesOut(cut);
    }
  }

  /** Some bits of the envelope say nothing; then what comes out must be what was sealed. */
  private void requireNothingWrongComesOut(int number) throws IOException {
    Path out = folder.resolve("opened-" + number);
    try {
      SealedFolder.open(sealed, key("ec"), out);
      assertThat(out.resolve("data/captures.bin"))
          .hasSameBinaryContentAs(bag.resolve("data/captures.bin"));
      assertThat(out.resolve("data/report.html")).hasContent("<p>A report\n");
    } catch (UserError e) {
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void saysClearlyThatAnotherKindOfCmsIsNone() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain"), "words");
    String in = plain.toString();
    String out = sealed.toString();
    String reader = file("rsa", "pem").toString();
    String key = file("rsa", "key").toString();
    List<String[]> others =
        List.of(
            new String[] {"-encrypt", "-aes-256-cbc", "-in", in, "-out", out, reader},
            new String[] {"-encrypt", "-aes128", "-stream", "-in", in, "-out", out, reader},
            new String[] {"-sign", "-signer", reader, "-inkey", key, "-in", in, "-out", out},
            new String[] {"-digest_create", "-in", in, "-out", out},
            new String[] {"-data_create", "-in", in, "-out", out});
    for (String[] other : others) {
      openssl(
          Stream.concat(
                  Stream.of("cms", other[0], "-binary", "-outform", "DER"),
                  Arrays.stream(other).skip(1))
              .toArray(String[]::new));
      assertThatThrownBy(() -> SealedFolder.open(sealed, key("rsa"), folder.resolve("opened")))
          .as(other[0])
          .isInstanceOf(UserError.class)
          .hasMessageContaining("must be");
    }
    Files.writeString(sealed, "no CMS at all");
    assertThatThrownBy(() -> SealedFolder.open(sealed, key("rsa"), folder.resolve("opened")))
        .isInstanceOf(UserError.class);
  }

  @Test
  void refusesAFileWithMoreThanOneCertificate() throws Exception {
    Path two = folder.resolve("two.pem");
    Files.writeString(
        two, Files.readString(file("rsa", "pem")) + Files.readString(file("other", "pem")));

    assertThatThrownBy(() -> recipients("two"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must hold one certificate, but holds 2");
  }

  @Test
  void isWrittenAsItIsRead() throws Exception {
    byte[] noise = new byte[16 << 20];
    new Random(4).nextBytes(noise);
    Files.write(bag.resolve("data/a.bin"), noise);
    AtomicLong passed = new AtomicLong();
    AtomicLong largest = new AtomicLong();
    OutputStream counted =
        new OutputStream() {
          @Override
          public void write(int b) {
            passed.incrementAndGet();
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            passed.addAndGet(length);
            largest.accumulateAndGet(length, Math::max);
          }
        };
    SealedFolder.write(bag, "e-1", counted, recipients("rsa"));
    assertThat(passed.get()).isGreaterThan(16 << 20);
    assertThat(largest.get()).as("bytes held before some are written").isLessThan(1 << 20);
  }

  @Test
  void refusesACertificateThatNothingMayBeEncryptedTo() throws Exception {
    Path file = file("rsa", "pem");
    assertThatThrownBy(() -> Recipients.read(List.of(file), Instant.parse("2999-01-01T00:00:00Z")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be a certificate that is valid now");
    certificate("signs", "rsa:3072", "", "-addext", "keyUsage=critical,digitalSignature");
    assertThatThrownBy(() -> recipients("signs")).hasMessageContaining("its key usage forbids it");
    certificate("short", "rsa:2048", "");
    assertThatThrownBy(() -> recipients("short")).hasMessageContaining("at least 3072 bits");
    certificate("small", "ec", "ec_paramgen_curve:P-224");
    assertThatThrownBy(() -> recipients("small")).hasMessageContaining("at least 256 bits");
    certificate("ed", "ed25519", "");
    assertThatThrownBy(() -> recipients("ed")).hasMessageContaining("RSA or of an elliptic curve");
  }

  @Test
  void refusesFilesThatLeadOutOfTheFolder() throws Exception {
    Path evil = folder.resolve("evil.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(evil))) {
      zip.putNextEntry(new ZipEntry("e-1/../../out"));
      zip.write(1);
      zip.closeEntry();
    }
    try (var in = Files.newInputStream(evil)) {
      assertThatThrownBy(() -> FolderZip.read(in, folder.resolve("opened"), 1 << 20))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("with plain names");
    }
    assertThat(folder.resolve("opened")).doesNotExist();
  }

  @Test
  void refusesANameOfMoreFoldersThanAnyPathHas() throws Exception {
    Path evil = folder.resolve("evil.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(evil))) {
      zip.putNextEntry(new ZipEntry("e-1" + "/a".repeat(30_000)));
      zip.closeEntry();
    }
    assertThatThrownBy(() -> FolderZip.read(evil, folder.resolve("opened")))
        .isInstanceOf(UserError.class);
    assertThat(folder.resolve("opened")).doesNotExist();
  }

  /** Each name costs a few bytes of the file, and each folder of it a place on the disk. */
  @Test
  void refusesANameOfMoreFoldersThanAnyPackageHas() throws Exception {
    Path evil = folder.resolve("evil.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(evil))) {
      zip.putNextEntry(new ZipEntry("e-1" + "/a".repeat(17)));
      zip.closeEntry();
    }
    assertThatThrownBy(() -> FolderZip.read(evil, folder.resolve("opened")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at most 16 deep");
    assertThat(folder.resolve("opened")).doesNotExist();
  }

  private void seal(String... names) throws Exception {
    SealedFolder.write(bag, "e-1", sealed, recipients(names));
  }

  private Recipients recipients(String... names) throws IOException {
    List<Path> files = Arrays.stream(names).map(name -> file(name, "pem")).toList();
    return Recipients.read(files, Instant.now());
  }

  private RecipientKey key(String name) throws IOException {
    return RecipientKey.read(file(name, "key"), file(name, "pem"));
  }

  private Path file(String name, String ending) {
    return folder.resolve(name + "." + ending);
  }

  private void certificate(String name, String kind, String option, String... more)
      throws Exception {
    List<String> words =
        new ArrayList<>(List.of("req", "-x509", "-newkey", kind, "-nodes", "-days", "30", "-subj"));
    words.add("/CN=" + name + ".example.org");
    words.addAll(List.of("-keyout", file(name, "key").toString()));
    words.addAll(List.of("-out", file(name, "pem").toString()));
    if (!option.isEmpty()) {
      words.addAll(List.of("-pkeyopt", option));
    }
    words.addAll(List.of(more));
    openssl(words.toArray(String[]::new));
  }

  private static void openssl(String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(OPENSSL.toString()));
    all.addAll(List.of(words));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
