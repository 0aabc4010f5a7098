package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.environment.Here;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.envelope.SealedStream;
import org.vigie.files.digest.Sha256;
import org.vigie.files.fault.Failpoint;
import org.vigie.pipeline.workspace.Workspace;

/** One lost key loses nothing: two people restore it, and either opens a backup. */
class KeysInManyHandsTest {
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void begin() throws Exception {
    assumeTrue(Files.exists(OPENSSL), "needs openssl");
    here = Here.in(folder).onRealTime();
    here.vigie("init", "--trial");
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    here.vigie("seal", "--new-key", "elsewhere/seal.key");
    Files.writeString(
        workspace.config(), "files: {key: 'file:../elsewhere/seal.key'}\nweb: {alone: true}\n");
    certificate("ana", "rsa:3072");
    certificate("ben", "ec");
    certificate("eva", "rsa:3072");
  }

  @Test
  void twoOfThreeRestoreTheKeyAndOneDoesNot() throws Exception {
    Path key = folder.resolve("elsewhere/seal.key");
    String lost = Files.readString(key);
    split();
    Files.delete(key);
    open("ana");
    open("eva");

    assertThat(here.vigie("keys", "join", "ana.json", "ana.json", "--to", "again")).isEqualTo(4);
    assertThat(here.vigie("keys", "join", "ana.json", "--to", "again")).as("one").isEqualTo(2);
    assertThat(folder.resolve("again")).doesNotExist();
    assertThat(here.vigie("keys", "join", "eva.json", "ana.json", "--to", "elsewhere/seal.key"))
        .as(here.err())
        .isZero();
    assertThat(key).hasContent(lost);
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains("keys split", "holders=ana,ben,eva", "keys join")
        .doesNotContain(lost.strip());
  }

  @Test
  void aShareIsOpenedByItsHolderAloneAlsoByOpenssl() throws Exception {
    split();
    assertThat(
            here.vigie(
                words("keys open-share shares/ana.share.p7m --key ben.key --cert ben.pem --to x")))
        .isEqualTo(4);
    openssl(
        words(
            "cms -decrypt -inform DER -in %1$s/shares/ben.share.p7m -inkey %1$s/ben.key -recip %1$s/ben.pem -out %1$s/ben.json"
                .formatted(folder)));
    open("ana");
    assertThat(here.vigie("keys", "join", "ben.json", "ana.json", "--to", "again")).isZero();
    assertThat(folder.resolve("again"))
        .hasSameTextualContentAs(folder.resolve("elsewhere/seal.key"));
  }

  @Test
  void aShareThatWasChangedJoinsToNothing() throws Exception {
    split();
    open("ana");
    open("ben");
    String share = Files.readString(folder.resolve("ben.json"));
    int at = share.indexOf("\"share\":\"") + 12;
    char other = share.charAt(at) == 'A' ? 'B' : 'A';
    Files.writeString(
        folder.resolve("ben.json"), share.substring(0, at) + other + share.substring(at + 1));
    assertThat(here.vigie("keys", "join", "ben.json", "ana.json", "--to", "again")).isEqualTo(4);
    assertThat(folder.resolve("again")).doesNotExist();
  }

  @Test
  void noneIsSplitForOnePersonTwice() {
    assertThat(
            here.vigie(words("keys split --of seal --holder a=ana.pem --holder b=ana.pem --to s")))
        .isEqualTo(2);
    assertThat(folder.resolve("s")).doesNotExist();
  }

  @Test
  void eachRecipientRestoresABackupAndNobodyReadsIt() throws Exception {
    backup();

    for (String one : List.of("ana", "ben")) {
      assertThat(restore(one, "copy.p7m", one)).as(here.err()).isZero();
      assertThat(folder.resolve(one + "/audit/audit.jsonl")).exists();
      assertThat(folder.resolve(one + "/vigie.yaml")).hasSameTextualContentAs(workspace.config());
    }
    assertThat(restore("eva", "copy.p7m", "eva")).isEqualTo(4);
    assertThat(folder.resolve("eva")).doesNotExist();
    assertThat(Files.readString(folder.resolve("copy.p7m"), StandardCharsets.ISO_8859_1))
        .doesNotContain("audit.jsonl", "alone: true");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part") || name.startsWith("."));
    }
  }

  @Test
  void takesNoFolderForItsOwnThatSomebodyCalledABackup() throws Exception {
    for (String name : List.of("vigie-workspace.backup", "ana.opened")) {
      Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("kept"), "a year");
    }

    backup();
    assertThat(restore("ana", "copy.p7m", "ana")).as(here.err()).isZero();

    assertThat(folder.resolve("vigie-workspace.backup/kept")).exists();
    assertThat(folder.resolve("ana.opened/kept")).exists();
  }

  @Test
  void aBackupWithAnyBitChangedIsRefused() throws Exception {
    backup();
    byte[] whole = Files.readAllBytes(folder.resolve("copy.p7m"));
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(folder.resolve("changed.p7m"), changed);
      boolean isWhole = restore("ana", "changed.p7m", "new-" + i) == 0;
      // Bits that only name the other recipient may change.
      if (isWhole) {
        assertThat(folder.resolve("new-" + i + "/vigie.yaml"))
            .hasSameTextualContentAs(workspace.config());
      } else {
        assertThat(folder.resolve("new-" + i)).doesNotExist();
      }
    }
  }

  /** Certificates are public: anybody can encrypt a backup to its recipients. */
  @Test
  void aChangedBackupThatAStrangerEncryptedIsRefused() throws Exception {
    assertThat(here.vigie(words("backup --to plain"))).as(here.err()).isZero();
    Path plain = folder.resolve("plain");
    Path changed = plain.resolve("vigie.yaml");
    String before = Sha256.of(changed).replace("sha256:", "");
    Files.writeString(changed, "web: {alone: true}\n");
    Path list = plain.resolve(Backup.SUMS);
    String after = Sha256.of(changed).replace("sha256:", "");
    Files.writeString(list, Files.readString(list).replace(before, after));
    Recipients readers =
        Recipients.read(
            List.of(folder.resolve("ana.pem"), folder.resolve("ben.pem")), Instant.now());
    SealedStream.write(folder.resolve("forged.p7m"), readers, out -> zip(plain, out));

    assertThat(restore("ana", "forged.p7m", "new")).isEqualTo(4);

    assertThat(here.err()).contains("the backup was changed; nothing was restored");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  private static void zip(Path plain, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try (Stream<Path> walk = Files.walk(plain)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(plain.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
    zip.finish();
  }

  @Test
  void aBackupIsGivenToOtherRecipients() throws Exception {
    backup();
    String[] rotate =
        words(
            "keys rotate-backup --from copy.p7m --key ana.key --cert ana.pem --recipient eva.pem --recipient ben.pem --to new.p7m");
    assertThat(here.vigie(rotate)).as(here.err()).isZero();
    assertThat(restore("eva", "new.p7m", "eva")).as(here.err()).isZero();
    assertThat(restore("ana", "new.p7m", "ana")).isEqualTo(4);
    byte[] cut = Files.readAllBytes(folder.resolve("copy.p7m"));
    Files.delete(folder.resolve("new.p7m"));
    Files.write(folder.resolve("copy.p7m"), java.util.Arrays.copyOf(cut, cut.length / 2));
    assertThat(here.vigie(rotate)).isEqualTo(4);
    assertThat(folder.resolve("new.p7m")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evidence-key-made:1",
        "evidence-key-handed-over:1",
        "key-kept:1",
        "key-moved:1"
      })
  void theFormerEvidenceKeySignsTheNewOneWhereverItIsKilled(String place) throws Exception {
    here.vigie("evidence", "key");
    Path key = workspace.root().resolve("evidence/key.pem");
    Path former = Files.copy(key.resolveSibling("key.pem.pub"), folder.resolve("former.pub"));
    if (place.isEmpty()) {
      assertThat(here.vigie("keys", "rotate-evidence")).as(here.err()).isZero();
    } else {
      assertThat(KilledCommand.run(folder, place, "keys", "rotate-evidence"))
          .isEqualTo(Failpoint.KILLED);
      org.vigie.exchange.bag.SigningKey.read(key);
    }
    boolean hasHappened = !place.startsWith("evidence-key-made");
    assertThat(Files.exists(key.resolveSibling("key.pem.pub.sig"))).isEqualTo(hasHappened);
    if (!hasHappened) {
      assertThat(here.vigie("keys", "rotate-evidence")).as(here.err()).isZero();
    }
    openssl(
        words(
            "dgst -sha256 -verify %s -signature %2$s.sig %2$s"
                .formatted(former, key.resolveSibling("key.pem.pub"))));
    assertThat(key.resolveSibling("key.pem.former-1.pub")).hasSameTextualContentAs(former);
    assertThat(here.vigie("keys", "rotate-evidence")).as("again").isZero();
    assertThat(key.resolveSibling("key.pem.former-2.pub.sig")).exists();
  }

  private void split() {
    assertThat(
            here.vigie(
                words(
                    "keys split --of seal --holder ana=ana.pem --holder ben=ben.pem --holder eva=eva.pem --to shares")))
        .as(here.err())
        .isZero();
  }

  private void open(String name) {
    assertThat(
            here.vigie(
                words(
                    "keys open-share shares/%1$s.share.p7m --key %1$s.key --cert %1$s.pem --to %1$s.json"
                        .formatted(name))))
        .as(here.err())
        .isZero();
  }

  private void backup() throws IOException {
    Files.writeString(workspace.root().resolve("captures.txt"), "x".repeat(100_000));
    assertThat(here.vigie(words("backup --to copy.p7m --recipient ana.pem --recipient ben.pem")))
        .as(here.err())
        .isZero();
  }

  private int restore(String who, String file, String to) {
    return here.vigie(
        words(
            "restore --from %1$s --key %2$s.key --cert %2$s.pem --to %3$s"
                .formatted(file, who, to)));
  }

  private static String[] words(String line) {
    return line.split(" ", -1);
  }

  private void certificate(String name, String kind) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                words(
                    "req -x509 -newkey %1$s -nodes -days 30 -subj /CN=%2$s.example.org -keyout %3$s/%2$s.key -out %3$s/%2$s.pem"
                        .formatted(kind, name, folder))));
    if (kind.equals("ec")) {
      line.addAll(List.of("-pkeyopt", "ec_paramgen_curve:P-256"));
    }
    openssl(line.toArray(String[]::new));
  }

  private static void openssl(String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(OPENSSL.toString()));
    all.addAll(List.of(words));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
