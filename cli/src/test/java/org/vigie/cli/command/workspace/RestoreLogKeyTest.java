package org.vigie.cli.command.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditKeyRotation;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.Workspace;

/** {@code vigie backup} and {@code vigie restore}: the private key of the audit log. */
class RestoreLogKeyTest {
  private static final String KEY = "audit/key.pem";

  @TempDir Path folder;

  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void backUp() {
    here = Here.in(folder);
    vigie("init", "--trial");
    vigie("backup", "--to", "copy");
  }

  @Test
  void isLeftOutOfABackupInAFolderUnlessItIsAskedFor() {
    assertThat(here.out()).contains("left out of the backup", KEY);
    assertThat(folder.resolve("copy").resolve(KEY)).doesNotExist();
    assertThat(folder.resolve("copy/audit/key.pem.pub")).exists();

    vigie("backup", "--to", "whole", "--with-audit-key");

    assertThat(here.out()).contains("can rewrite the log");
    assertThat(folder.resolve("whole").resolve(KEY)).exists();
  }

  @Test
  void isLeftOutTooIfItWasReplaced() throws Exception {
    Path former = folder.resolve("vigie-workspace/audit/key.pem.former-1");
    Files.copy(folder.resolve("vigie-workspace").resolve(KEY), former);

    vigie("backup", "--to", "second");

    assertThat(folder.resolve("second/audit/key.pem.former-1")).doesNotExist();
  }

  @Test
  void isLeftOutUnderEachNameThatACopyOfItHas() throws Exception {
    Path root = folder.resolve("vigie-workspace");
    String key = Files.readString(root.resolve(KEY));
    Files.copy(root.resolve(KEY), root.resolve("spare"));
    Files.writeString(Files.createDirectories(root.resolve("state")).resolve("x.txt"), key.strip());
    Files.writeString(root.resolve("audit/notes"), "keep: " + key.replace("\n", "\r\n"));
    Files.write(
        root.resolve("key.der"), Base64.getMimeDecoder().decode(key.lines().toList().get(1)));
    Files.writeString(root.resolve("other"), "no key");
    byte[] der = Base64.getMimeDecoder().decode(key.lines().toList().get(1));
    byte[] secret = Arrays.copyOfRange(der, der.length - 32, der.length);
    Files.writeString(root.resolve("seed"), Base64.getUrlEncoder().encodeToString(secret));
    // As OpenSSH does, at another place in a longer text, in lines of 70.
    byte[] longer = Arrays.copyOf("openssh-key-v1".getBytes(UTF_8), 14 + 32 + 20);
    System.arraycopy(secret, 0, longer, 14, 32);
    Files.writeString(
        root.resolve("ssh"), Base64.getMimeEncoder(40, new byte[] {10}).encodeToString(longer));
    // As openssl pkey -text prints it.
    Files.writeString(
        root.resolve("text"),
        "priv:\n  "
            + HexFormat.ofDelimiter(":").formatHex(secret, 0, 15)
            + ":\n  "
            + HexFormat.ofDelimiter(":").formatHex(secret, 15, 32));

    vigie("backup", "--to", "second");

    Path copy = folder.resolve("second");
    for (String name :
        new String[] {"spare", "state/x.txt", "audit/notes", "key.der", "seed", "ssh", "text"}) {
      assertThat(copy.resolve(name)).doesNotExist();
      assertThat(here.out()).contains(name);
    }
    assertThat(copy.resolve("other")).exists();
    vigie("restore", "--from", "second", "--to", "new");

    vigie("backup", "--to", "whole", "--with-audit-key");
    assertThat(folder.resolve("whole/spare")).exists();
  }

  @Test
  void isTakenFromTheWorkspaceInUse() throws Exception {
    vigie("restore", "--from", "copy", "--to", "new");

    assertThat(here.err()).doesNotContain("private key");
    assertThat(folder.resolve("new").resolve(KEY))
        .hasSameTextualContentAs(folder.resolve("vigie-workspace").resolve(KEY));
    goesOn("new");
  }

  @Test
  void isTakenFromTheWorkspaceInUseThoughItWasReplacedSince() throws Exception {
    Workspace inUse = new Workspace(folder.resolve("vigie-workspace"));
    Path former = Files.copy(inUse.root().resolve(KEY), folder.resolve("former.pem"));
    AuditSeal seal = AuditSeal.of(inUse, Settings.of(inUse, here.environment()).custody().audit());
    new AuditKeyRotation(MandateCheck.log(inUse), seal).rotate(Here.NOON);

    vigie("restore", "--from", "copy", "--to", "new");

    assertThat(folder.resolve("new").resolve(KEY)).hasSameTextualContentAs(former);
    goesOn("new");
  }

  @Test
  void isToBeBroughtToAnotherMachine() throws Exception {
    Path kept = Files.move(folder.resolve("vigie-workspace"), folder.resolve("kept")).resolve(KEY);

    vigie("restore", "--from", "copy", "--to", "new");

    assertThat(here.err())
        .contains("put it at new/audit/key.pem", "--audit-key", "./vigie keys replace-audit");
    assertThat(here.vigie("backup", "--to", "x", "--workspace", "new")).isEqualTo(4);
    assertThat(here.err()).contains("key.pem");
    assertThat(folder.resolve("new").resolve(KEY)).as("no other one is made").doesNotExist();
    Files.copy(kept, folder.resolve("new").resolve(KEY));
    goesOn("new");
  }

  /** Else nobody could tell the log's own key from another, and nothing said so. */
  @Test
  void isMadeByNoCommandWhereNeitherItNorHeadsCameWithTheBackup() throws Exception {
    for (String key : new String[] {KEY, folder.resolve("absent/key.pem").toString()}) {
      String to = "new-" + key.length();
      Here other = Here.in(folder).with("VIGIE_AUDIT_KEY", key);
      other.with("VIGIE_WORKSPACE", "elsewhere");
      other.with("VIGIE_AUDIT_HEADS", folder.resolve("absent/heads.jsonl").toString());
      assertThat(other.vigie("restore", "--from", "copy", "--to", to)).as(other.err()).isZero();
      assertThat(other.err()).contains("key.pem", "./vigie keys replace-audit");
      Path file = folder.resolve(to).resolve(key);

      for (int i = 0; i < 2; i++) {
        assertThat(other.vigie("backup", "--to", "x", "--workspace", to)).isEqualTo(4);
        assertThat(other.err()).contains(file.toString(), "./vigie keys replace-audit");
        assertThat(file).doesNotExist();
      }

      int code = other.vigie("keys", "replace-audit", "--workspace", to);
      assertThat(code).as(other.err()).isZero();
      assertThat(other.vigie("backup", "--to", "x" + to, "--workspace", to)).isZero();
      assertThat(Files.readString(folder.resolve(to).resolve("audit/audit.jsonl")))
          .contains("\"keys replaced audit\"", "lost=", "to=sha256:");
      assertThat(other.vigie("audit", "verify", "--workspace", to)).as(other.out()).isZero();
      assertThat(other.vigie("keys", "replace-audit", "--workspace", to))
          .as("it isn't lost any more")
          .isEqualTo(4);
      FolderTree.delete(folder.resolve("absent"));
    }
  }

  @Test
  void isTakenFromAFile() throws Exception {
    Path kept = Files.move(folder.resolve("vigie-workspace"), folder.resolve("kept")).resolve(KEY);

    vigie("restore", "--from", "copy", "--to", "new", "--audit-key", kept.toString());

    goesOn("new");
  }

  @Test
  void isBroughtThoughTheHeadsLieElsewhere() throws Exception {
    Path kept = Files.move(folder.resolve("vigie-workspace"), folder.resolve("kept")).resolve(KEY);
    here.with("VIGIE_AUDIT_HEADS", folder.resolve("absent/heads.jsonl").toString());

    vigie("restore", "--from", "copy", "--to", "without");
    vigie("restore", "--from", "copy", "--to", "new", "--audit-key", kept.toString());

    assertThat(folder.resolve("without").resolve(KEY)).doesNotExist();
    assertThat(folder.resolve("new").resolve(KEY)).hasSameTextualContentAs(kept);
  }

  @Test
  void isAskedForThoughTheSettingsInUseCannotBeRead() throws Exception {
    Files.writeString(folder.resolve("vigie-workspace/vigie.yaml"), "former-key: 1");

    vigie("restore", "--from", "copy", "--to", "new");

    assertThat(here.err()).contains("isn't taken from the workspace in use", "--audit-key");
  }

  @Test
  void isRefusedIfItIsAnotherOrNone() {
    here.with("VIGIE_WORKSPACE", "stranger");
    vigie("init", "--trial");
    vigie("backup", "--to", "of-stranger");

    for (String key : new String[] {"stranger/audit/key.pem", "copy/mandate.yaml", "absent"}) {
      int code = here.vigie("restore", "--from", "copy", "--to", "new", "--audit-key", key);
      assertThat(code).as(key).isEqualTo(4);
      assertThat(here.err()).contains("must be the private half of the audit log's key");
      assertThat(folder.resolve("new")).doesNotExist();
    }
    assertThat(folder.resolve("absent")).doesNotExist();
  }

  @Test
  void letsSettingsThatCannotBeReadStopNoRestore() throws Exception {
    Path settings =
        Files.writeString(
            Files.createDirectories(folder.resolve("old")).resolve("vigie.yaml"), "former-key: 1");
    Files.writeString(
        folder.resolve("old").resolve(Backup.SUMS),
        Sha256.of(settings).replace("sha256:", "") + "  vigie.yaml\n");
    here.with("VIGIE_WORKSPACE", "elsewhere");

    vigie("restore", "--from", "old", "--to", "new", "--unsigned");

    assertThat(here.err()).contains("To be mended in the new workspace", "former-key");
    assertThat(folder.resolve("new/vigie.yaml")).exists();
  }

  private void goesOn(String workspace) throws Exception {
    vigie("backup", "--to", "of-" + workspace, "--workspace", workspace);
    assertThat(Files.readString(folder.resolve(workspace).resolve("audit/audit.jsonl")))
        .contains("\"restored\"");
    vigie("audit", "verify", "--workspace", workspace);
  }

  private void vigie(String... words) {
    assertThat(here.vigie(words)).as(here.err()).isZero();
  }
}
