package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.digest.Sha256;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.workspace.Workspace;

/** {@code vigie restore}: what was erased or restricted after a backup is so again. */
class RestoreCommandTest {
  private static final Pattern ADVERT = Pattern.compile("a-[0-9a-f]{20}");

  private static final String KEY = "vigie-workspace/audit/key.pem";

  @TempDir Path folder;

  private Here here;
  private String erased;
  private String restricted;

  @BeforeEach
  void eraseAndRestrictAfterABackup() throws Exception {
    ExampleWorkspace.in(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    vigie("search", "passport");
    List<String> ids =
        ADVERT.matcher(here.out()).results().map(MatchResult::group).distinct().toList();
    assertThat(ids).hasSizeGreaterThan(1);
    erased = ids.get(0);
    restricted = ids.get(1);
    vigie("backup", "--to", "before");
    vigie("erase", erased, "--why", "asked, file 7/26", "--quiet");
    vigie("restrict", restricted, "--why", "to be kept, file 8/26");
  }

  @Test
  void erasesAndRestrictsAgainWhatTheWorkspaceInUseKnows() throws Exception {
    vigie("restore", "--from", "before", "--to", "new");

    assertThat(here.out()).contains("1 advert and 0 cases erased, 1 restriction");
    assertIsGone("new");
    Path log = folder.resolve("new/audit/audit.jsonl");
    assertThat(log).content().contains("again after a restore: " + erased);
    vigie("audit", "verify", "--workspace", "new");
  }

  @Test
  void takesThemFromALaterBackupWhichStaysAsItWas() throws Exception {
    vigie("backup", "--to", "after");
    Path former = Files.move(folder.resolve("vigie-workspace"), folder.resolve("former"));

    String[] restore = {
      "restore", "--from", "before", "--to", "vigie-workspace", "--erasures", "after"
    };
    assertThat(here.vigie(restore)).isEqualTo(4);
    assertThat(here.err()).contains("--audit-key", "nothing was restored");
    assertThat(folder.resolve("vigie-workspace")).doesNotExist();

    vigie(Stream.concat(Stream.of(restore), Stream.of("--audit-key", "former/audit/key.pem")));

    assertIsGone("vigie-workspace");
    for (String line : Files.readAllLines(folder.resolve("after").resolve(Backup.SUMS))) {
      String[] sum = line.split("  ", 2);
      assertThat(Sha256.of(folder.resolve("after").resolve(sum[1]))).endsWith(sum[0]);
    }
    assertThat(former).exists();
  }

  @Test
  void saysWhatToTypeWhereNobodyKnows() {
    here.with("VIGIE_WORKSPACE", "elsewhere");

    vigie("restore", "--from", "before", "--to", "new", "--audit-key", KEY);

    assertThat(here.err()).contains("not known here", "--erasures DIR", "./vigie erase ID");
    vigie("search", "passport", "--workspace", "new");
    assertThat(here.out()).contains(erased, restricted);
  }

  @Test
  void leavesWhatItWasAskedToLeave() {
    vigie("restore", "--from", "before", "--to", "new", "--erasures", "none");

    assertThat(here.err()).contains("as you asked").doesNotContain("not known here");
  }

  @Test
  void restoresNothingFromWhatIsNoWorkspace() {
    int code = here.vigie("restore", "--from", "before", "--to", "new", "--erasures", "nothing");

    assertThat(code).isEqualTo(4);
    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(folder.resolve("new.part")).doesNotExist();
  }

  private void assertIsGone(String workspace) throws IOException {
    vigie("search", "passport", "--workspace", workspace);
    assertThat(here.out()).doesNotContain(erased, restricted);
    assertThat(here.vigie("show", erased, "--workspace", workspace)).isNotZero();
    vigie("restrict", "--workspace", workspace);
    assertThat(here.out()).contains(restricted, "to be kept, file 8/26");
    assertThat(ErasedAdverts.of(new Workspace(folder.resolve(workspace))).ids()).contains(erased);
  }

  private void vigie(Stream<String> words) {
    vigie(words.toArray(String[]::new));
  }

  private void vigie(String... words) {
    assertThat(here.vigie(words)).as(here.err()).isZero();
  }
}
