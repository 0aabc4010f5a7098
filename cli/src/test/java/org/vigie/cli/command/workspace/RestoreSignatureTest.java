package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.files.digest.Sha256;

/** {@code vigie restore}: what is known of a backup by its signature, and what nobody can know. */
class RestoreSignatureTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Here here = Here.in(Path.of(""));
  private Path copy = Path.of("");
  private String signer = "";

  @BeforeEach
  void backUp() throws Exception {
    here = Here.in(folder);
    vigie("init", "--trial");
    Files.writeString(
        folder.resolve("vigie-workspace/vigie.yaml"),
        "audit: {key: %s}".formatted(folder.resolve("keys/audit.pem")));
    vigie("backup", "--to", "copy");
    copy = folder.resolve("copy");
    signer = AuditKey.fingerprint(AuditKey.readPublic(folder.resolve("keys/audit.pem.pub")));
  }

  @Test
  void isSignedAndNotedInTheLog() throws Exception {
    assertThat(here.out()).contains("Signed by " + signer).doesNotContain("lies in the backup");
    assertThat(Files.readString(folder.resolve("vigie-workspace/audit/audit.jsonl")))
        .contains("backup made", "\"file\":\"" + Sha256.of(copy.resolve(Backup.SUMS)) + "\"");
    vigie("audit", "verify");
  }

  @Test
  void isKnownByTheLogOfTheWorkspaceInUse() {
    vigie("restore", "--from", "copy", "--to", "new");

    assertThat(here.out()).contains("as the audit log of the workspace in use noted it");
  }

  @Test
  void isKnownByAKeyOrItsFingerprint() {
    here.with("VIGIE_WORKSPACE", "elsewhere");

    vigie("restore", "--from", "copy", "--to", "new", "--public-key", "keys/audit.pem.pub");
    assertThat(here.out()).contains("verified and restored to new", "by the key that you named");
    vigie("restore", "--from", "copy", "--to", "other", "--key-fingerprint", signer, "--json");
    assertThat(here.out())
        .contains("\"signer\":\"%s\",\"known\":true,\"why\":\"signed\"".formatted(signer));
  }

  @Test
  void isNotKnownWithoutAKey() {
    here.with("VIGIE_WORKSPACE", "elsewhere").onTerminal().with("NO_COLOR", "");

    vigie("restore", "--from", "copy", "--to", "new");
    assertThat(here.out())
        .contains("\033[31mNobody can know whether it was changed")
        .doesNotContain("verified");
    vigie("restore", "--from", "copy", "--to", "other", "--json");
    assertThat(here.out()).contains("\"known\":false,\"why\":\"no-key\"");
  }

  @Test
  void isRefusedAsChangedWithItsList() throws Exception {
    changeWithList();

    assertThat(here.vigie("restore", "--from", "copy", "--to", "new")).isEqualTo(4);
    assertThat(here.err()).contains("the backup was changed; nothing was restored");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void isRefusedAsSignedByAnotherKeyThanTheOneNamed() throws Exception {
    changeWithList();
    signWith(folder.resolve("stranger/key.pem"));

    assertThat(here.vigie("restore", "--from", "copy", "--to", "new", "--key-fingerprint", signer))
        .isEqualTo(4);
    assertThat(here.err()).contains("must be signed by the key " + signer);
    assertThat(folder.resolve("new")).doesNotExist();
    vigie("restore", "--from", "copy", "--to", "new");
    assertThat(here.out()).as("the log in use doesn't know it").contains("Nobody can know");
  }

  @Test
  void isRefusedWithoutASignatureUnlessThatIsAskedFor() throws Exception {
    for (String name : List.of("SHA256SUMS.sig", "SHA256SUMS.pub")) {
      Files.delete(copy.resolve(name));
    }
    here.with("VIGIE_WORKSPACE", "elsewhere");

    assertThat(here.vigie("restore", "--from", "copy", "--to", "new")).isEqualTo(4);
    assertThat(here.err()).contains("must be signed, but isn't", "--unsigned");
    assertThat(folder.resolve("new")).doesNotExist();
    vigie("restore", "--from", "copy", "--to", "new", "--unsigned");
    assertThat(here.out()).contains("Nobody can know whether it was changed: it has no signature");
    assertThat(firstLineSinceTheRestore())
        .contains("\"command\":\"restored\"", "signer=none trust=unsigned")
        .contains("\"file\":\"" + Sha256.of(copy.resolve(Backup.SUMS)) + "\"");
  }

  @Test
  void isNamedInTheLogOfTheNewWorkspaceBeforeAnythingIsDoneThere() throws Exception {
    Path log = copy.resolve("audit/audit.jsonl");
    String last = JSON.readTree(Files.readAllLines(log).getLast()).path("at").asText();

    vigie("restore", "--from", "copy", "--to", "new");

    assertThat(folder.resolve("new/audit/audit.jsonl")).hasSameTextualContentAs(log);
    assertThat(JSON.readTree(firstLineSinceTheRestore()))
        .isEqualTo(
            JSON.readTree(
                """
                {"at": "%s", "user": "%s", "command": "restored",
                 "detail": "backup of=%s signer=%s trust=noted", "file": "%s",
                 "mandate": "%s", "database": 0, "previous": "%s"}
                """
                    .formatted(
                        Here.NOON,
                        here.environment().user(),
                        last,
                        signer,
                        Sha256.of(copy.resolve(Backup.SUMS)),
                        JSON.readTree(Files.readAllLines(log).getLast()).path("mandate").asText(),
                        Sha256.of(Files.readAllLines(log).getLast()))));
    vigie("audit", "verify", "--workspace", "new");
    vigie("backup", "--to", "third", "--workspace", "new");
    assertThat(Files.readString(folder.resolve("new/audit/audit.jsonl")))
        .containsOnlyOnce("\"restored\"");
  }

  @Test
  void isRestoredWithoutAMandateOnAMachineThatHasNone() throws Exception {
    Files.delete(folder.resolve("vigie-workspace/mandate.yaml"));
    Files.createDirectories(folder.resolve("unsigned"));
    Path list = folder.resolve("unsigned").resolve(Backup.SUMS);
    Path settings = folder.resolve("vigie-workspace/vigie.yaml");
    Files.copy(settings, folder.resolve("unsigned/vigie.yaml"));
    Files.writeString(list, Sha256.of(settings).replace("sha256:", "") + "  vigie.yaml\n");
    here.with("VIGIE_WORKSPACE", "elsewhere");

    vigie("restore", "--from", "unsigned", "--to", "new", "--unsigned");

    assertThat(folder.resolve("new/vigie.yaml")).exists();
  }

  @Test
  void aSignedOneIsNotRestoredAsOneWithoutASignature() {
    assertThat(here.vigie("restore", "--from", "copy", "--to", "new", "--unsigned")).isEqualTo(4);
    assertThat(here.err()).contains("must have no signature");
  }

  @Test
  void saysThatAKeyWithinTheBackupProvesNothing() throws Exception {
    Files.delete(folder.resolve("vigie-workspace/vigie.yaml"));
    Path key = folder.resolve("vigie-workspace/audit/key.pem.pub");
    Files.copy(folder.resolve("keys/audit.pem"), key.resolveSibling("key.pem"));
    Files.copy(folder.resolve("keys/audit.pem.pub"), key);
    vigie("backup", "--to", "second", "--with-audit-key");
    assertThat(here.out()).contains("That key lies in the backup");
    Path kept = Files.copy(key, folder.resolve("kept.pub"));
    here.with("VIGIE_WORKSPACE", "elsewhere");

    vigie("restore", "--from", "second", "--to", "new", "--public-key", kept.toString());

    assertThat(here.out()).contains("it holds the private key that signs it");
  }

  @Test
  void refusesWhatIsNoKey() throws Exception {
    Files.writeString(folder.resolve("none.pub"), "none");
    assertThat(here.vigie("restore", "--from", "copy", "--to", "new", "--public-key", "none.pub"))
        .isEqualTo(4);
    assertThat(here.vigie("restore", "--from", "copy", "--to", "new", "--key-fingerprint", "12"))
        .isEqualTo(2);
    assertThat(
            here.vigie(
                "restore",
                "--from",
                "copy",
                "--to",
                "new",
                "--key-fingerprint",
                signer,
                "--unsigned"))
        .isEqualTo(2);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  /** Does something in the workspace, and returns what the log says before that. */
  private String firstLineSinceTheRestore() throws IOException {
    int before = Files.readAllLines(folder.resolve("new/audit/audit.jsonl")).size();
    vigie("backup", "--to", "of-the-new", "--workspace", "new");
    return Files.readAllLines(folder.resolve("new/audit/audit.jsonl")).get(before);
  }

  private void changeWithList() throws IOException {
    Path file = copy.resolve("mandate.yaml");
    String before = Sha256.of(file).replace("sha256:", "");
    Files.writeString(file, Files.readString(file) + "# changed\n");
    Path list = copy.resolve(Backup.SUMS);
    String after = Sha256.of(file).replace("sha256:", "");
    Files.writeString(list, Files.readString(list).replace(before, after));
  }

  private void signWith(Path key) throws IOException, GeneralSecurityException {
    Path list = copy.resolve(Backup.SUMS);
    Files.write(copy.resolve("SHA256SUMS.sig"), AuditKey.sign(key, Files.readAllBytes(list)));
    Files.copy(
        key.resolveSibling("key.pem.pub"),
        copy.resolve("SHA256SUMS.pub"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void vigie(String... words) {
    assertThat(here.vigie(words)).as(here.err()).isZero();
  }
}
