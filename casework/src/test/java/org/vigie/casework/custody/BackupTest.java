package org.vigie.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Mandate;
import org.vigie.casework.custody.BackupSignature.Demand;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.DatabaseAge;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.Workspace;

class BackupTest {
  @TempDir Path folder;

  @Test
  void restoresWhatItCopied() throws IOException {
    Path root = Files.createDirectories(folder.resolve("ws/captures"));
    Files.writeString(root.resolve("a.warc"), "a");

    backup(folder.resolve("ws")).into(folder.resolve("copy"));
    Backup.restore(folder.resolve("copy"), folder.resolve("new"), Demand.SIGNED);

    assertThat(folder.resolve("new/captures/a.warc")).hasContent("a");
  }

  /** So that whoever verifies the log of what is restored finds that it was lost. */
  @Test
  void copiesTheHeadsOfALogThatWasLost() throws IOException {
    Path audit = Files.createDirectories(folder.resolve("ws/audit"));
    Files.writeString(audit.resolve("heads.jsonl"), "{}\n");

    backup(folder.resolve("ws")).into(folder.resolve("copy"));

    assertThat(folder.resolve("copy/audit/heads.jsonl")).hasContent("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../copy/a", "x/../../copy/a", "/etc/hostname", "link", "./a"})
  void restoresNothingOutsideTheWorkspace(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    byte[] content = "a".getBytes(StandardCharsets.UTF_8);
    Files.write(copy.resolve("a"), content);
    Files.createSymbolicLink(copy.resolve("link"), copy.resolve("a"));
    String hash = Sha256.of(content).replace("sha256:", "");
    Files.writeString(copy.resolve(Backup.SUMS), hash + "  " + name + "\n");
    Path target = folder.resolve("elsewhere/new");

    assertThatThrownBy(() -> Backup.restore(copy, target, Demand.UNSIGNED))
        .isInstanceOf(UserError.class);

    assertThat(folder.resolve("elsewhere/copy")).doesNotExist();
    assertThat(target).doesNotExist();
  }

  /** Row sums have no key: whoever can write the copy's disk renews them, and the list. */
  @Test
  void restoresNoAnalystAsAnAdmin() throws IOException {
    Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("ws")));
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Accounts.SCHEMA)) {
      database.run("INSERT INTO account VALUES ('ana', 'analyst', 1, '', '', '', 0)");
    }
    Path copy = folder.resolve("copy");
    backup(workspace.root()).into(copy);
    Path changed = new Workspace(copy).database();
    String before = Sha256.of(changed).replace("sha256:", "");
    try (CaseDatabase database = CaseDatabase.open(changed, Accounts.SCHEMA)) {
      database.run("UPDATE account SET roles = 'admin'");
    }
    Path list = copy.resolve(Backup.SUMS);
    String after = Sha256.of(changed).replace("sha256:", "");
    assertThat(after).isNotEqualTo(before);
    Files.writeString(list, Files.readString(list).replace(before, after));

    assertThatThrownBy(() -> Backup.restore(copy, folder.resolve("new"), Demand.SIGNED))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the backup was changed; nothing was restored");
    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(folder.resolve("new.part")).doesNotExist();
  }

  /** Or what is made of it would count as a workspace in which an older one was put back. */
  @Test
  void holdsNoDatabaseThatIsOlderThanItsLogSays() throws Exception {
    Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("ws")));
    Process people = Colleagues.atWorkIn(workspace);
    try {
      for (int i = 0; i < 10; i++) {
        Path copy = folder.resolve("copy-" + i);
        backup(workspace.root()).into(copy);
        Backup.restore(copy, folder.resolve("new-" + i), Demand.SIGNED);
        Workspace made = new Workspace(folder.resolve("new-" + i));
        assertThat(DatabaseAge.said(MandateCheck.log(made))).isPresent();
        assertThat(new DatabaseAge(made.database()).problem(MandateCheck.log(made))).isEmpty();
      }
    } finally {
      people.destroyForcibly().waitFor();
    }
    assertThat(new DatabaseAge(workspace.database()).problem(MandateCheck.log(workspace)))
        .as("after a kill")
        .isEmpty();
  }

  /** Who change the database and append lines, in a process of their own, until they are killed. */
  static final class Colleagues {
    private Colleagues() {}

    static Process atWorkIn(Workspace workspace) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Colleagues.class.getName(),
                  workspace.root().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertThat(process.inputReader().readLine()).isEqualTo("at work");
      return process;
    }

    public static void main(String[] args) {
      Workspace workspace = new Workspace(Path.of(args[0]));
      AuditSeal seal =
          new AuditSeal(workspace.audit().resolve("key.pem"), workspace.audit().resolve("heads"));
      AuditLog log = new AuditLog(MandateCheck.log(workspace), seal, workspace.database());
      Mandate mandate = new Mandate("a", "b", "c", "d", "e", Instant.parse("2099-01-01T00:00:00Z"));
      try (CaseDatabase database = CaseDatabase.open(workspace.database(), Accounts.SCHEMA)) {
        for (int i = 0; ; i++) {
          log.append(Instant.now(), "ana", "show", "", mandate);
          database.run("INSERT INTO account VALUES (?, 'analyst', 1, '', '', '', 0)", "ana" + i);
          if (i == 0) {
            System.out.println("at work");
          }
        }
      }
    }
  }

  @Test
  void isRefusedOnceAnyByteOfListSignatureOrKeyChanged() throws IOException {
    Path root = Files.createDirectories(folder.resolve("ws"));
    Files.writeString(root.resolve("a"), "a");
    Path copy = folder.resolve("copy");
    backup(root).into(copy);
    for (String name : BackupSignature.LISTS) {
      Path file = copy.resolve(name);
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < whole.length; i++) {
        byte[] other = whole.clone();
        other[i] ^= 1;
        Files.write(file, other);
        assertThatThrownBy(() -> Backup.restore(copy, folder.resolve("new"), Demand.SIGNED))
            .as("%s, byte %d", name, i)
            .isInstanceOf(UserError.class);
      }
      Files.delete(file);
      assertThatThrownBy(() -> Backup.restore(copy, folder.resolve("new"), Demand.SIGNED))
          .as("without %s", name)
          .isInstanceOf(UserError.class);
      Files.write(file, whole);
    }
    assertThat(Backup.restore(copy, folder.resolve("new"), Demand.SIGNED)).isEqualTo(1);
  }

  @Test
  void leavesNothingOutInSilence() throws IOException {
    Path root = Files.createDirectories(folder.resolve("ws"));
    Path disk = Files.createDirectories(folder.resolve("disk"));
    Files.writeString(disk.resolve("a.warc"), "a");
    Files.createSymbolicLink(root.resolve("captures"), disk);

    assertThatThrownBy(() -> backup(root).into(folder.resolve("copy")))
        .hasMessageContaining("must not be a link");
  }

  @Test
  void copiesAloneWhatChangedSinceAFormerBackup() throws IOException {
    Path root = Files.createDirectories(folder.resolve("ws/captures"));
    Files.writeString(root.resolve("same.warc"), "same");
    Files.writeString(root.resolve("other.warc"), "one");
    Backup backup = backup(folder.resolve("ws"));
    backup.into(folder.resolve("first"));
    Files.writeString(root.resolve("other.warc"), "two");

    Backup.Made made = backup.into(folder.resolve("second"), folder.resolve("first"));

    assertThat(made).isEqualTo(new Backup.Made(2, 1, List.of()));
    assertThat(sameFile("captures/same.warc")).isTrue();
    assertThat(sameFile("captures/other.warc")).isFalse();
    assertThat(folder.resolve("first/captures/other.warc")).hasContent("one");
    FolderTree.delete(folder.resolve("first"));
    Backup.restore(folder.resolve("second"), folder.resolve("new"), Demand.SIGNED);
    assertThat(folder.resolve("new/captures/same.warc")).hasContent("same");
    assertThat(folder.resolve("new/captures/other.warc")).hasContent("two");
  }

  @Test
  void copiesAnewWhatRottedInAFormerBackup() throws IOException {
    Path root = Files.createDirectories(folder.resolve("ws/captures"));
    Files.writeString(root.resolve("a.warc"), "whole");
    Backup backup = backup(folder.resolve("ws"));
    backup.into(folder.resolve("first"));
    Files.writeString(folder.resolve("first/captures/a.warc"), "whqle");

    backup.into(folder.resolve("second"), folder.resolve("first"));
    Backup.restore(folder.resolve("second"), folder.resolve("new"), Demand.SIGNED);

    assertThat(folder.resolve("new/captures/a.warc")).hasContent("whole");
  }

  @Test
  void sharesNothingWithWhatIsNoBackup() throws IOException {
    Path root = Files.createDirectories(folder.resolve("ws/captures"));
    Files.writeString(root.resolve("a.warc"), "a");
    Backup backup = backup(folder.resolve("ws"));

    assertThatThrownBy(() -> backup.into(folder.resolve("copy"), folder.resolve("ws")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be a backup");
    assertThat(folder.resolve("copy")).doesNotExist();
  }

  private Backup backup(Path workspace) {
    Path keys = folder.resolve("keys");
    return new Backup(
        new Workspace(workspace),
        new BackupSeal(new AuditSeal(keys.resolve("key.pem"), keys.resolve("heads.jsonl"))));
  }

  private boolean sameFile(String name) throws IOException {
    return Files.isSameFile(
        folder.resolve("first").resolve(name), folder.resolve("second").resolve(name));
  }

  @Test
  void linksNothingOfTheWorkspaceItself() throws IOException {
    Path root = Files.createDirectories(folder.resolve("ws/captures"));
    Files.writeString(root.resolve("a.warc"), "a");
    Files.writeString(folder.resolve("ws").resolve(Backup.SUMS), "");
    Files.createSymbolicLink(folder.resolve("alias"), folder.resolve("ws"));
    Backup backup = backup(folder.resolve("ws"));

    for (String former : new String[] {"ws", "alias", "alias/../ws"}) {
      assertThatThrownBy(() -> backup.into(folder.resolve("copy"), folder.resolve(former)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("apart from the workspace");
    }
    Path first = Files.createDirectories(folder.resolve("first"));
    Files.writeString(first.resolve(Backup.SUMS), "none");
    Files.createSymbolicLink(first.resolve("captures"), root);

    assertThat(backup.into(folder.resolve("second"), first).same()).isZero();
  }

  @Test
  void leavesOutWhatWasFoundOfThisWorkspaceAlone() throws IOException {
    Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("ws")));
    Path state = CheckState.file(workspace);
    Files.createDirectories(state.getParent());
    Files.writeString(state, "{}");
    Files.writeString(state.resolveSibling("other.json"), "{}");

    backup(workspace.root()).into(folder.resolve("copy"));

    assertThat(CheckState.file(new Workspace(folder.resolve("copy")))).doesNotExist();
    assertThat(folder.resolve("copy/console/other.json")).exists();
  }
}
