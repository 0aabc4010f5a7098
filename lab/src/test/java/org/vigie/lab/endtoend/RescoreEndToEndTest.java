package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** History read again with other models, as a person types it. */
@Tag("end-to-end")
class RescoreEndToEndTest {
  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void readTheExamples() {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).isZero();
    String examples = Readme.project().resolve("docs/examples/adverts.jsonl").toString();
    assertThat(here.vigie("run", "--input", examples)).as(here.err()).isZero();
  }

  @Test
  void showsWhatAnotherLexiconChangesAndPutsItInPlaceOnceItIsApproved() throws Exception {
    Path models = withoutExperience(folder.resolve("models-new"));
    Path workspace = folder.resolve("vigie-workspace");
    Found before = Found.in(workspace);

    assertThat(here.vigie("rescore", "--quiet")).as(here.err()).isZero();
    assertThat(here.out()).startsWith("0 differences in ");
    assertThat(here.vigie("rescore", "--quiet", "--taxonomy", models.toString()))
        .as(here.err())
        .isZero();
    assertThat(here.out()).contains("-RC-02").doesNotContain("-RC-07");
    assertThat(Found.in(workspace)).isEqualTo(before);

    assertThat(here.vigie("rescore", "--apply")).isEqualTo(4);
    assertThat(here.err()).contains("run.models");
    Files.writeString(workspace.resolve("vigie.yaml"), "run:\n  models: " + models + "\n");
    assertThat(here.vigie("rescore", "--apply")).isEqualTo(4);
    assertThat(here.err()).contains("./vigie models approve");
    assertThat(here.vigie("models", "approve", "--models", models.toString()))
        .as(here.err())
        .isZero();
    assertThat(here.vigie("rescore", "--apply")).as(here.err()).isZero();

    assertThat(here.vigie("search", "indicator:RC-02")).as(here.err()).isZero();
    assertThat(here.out()).doesNotContain("a-");
    assertThat(here.vigie("run", "--quiet")).as(here.err()).isZero();
    assertThat(here.vigie("rescore", "--quiet")).as(here.err()).isZero();
    assertThat(here.out()).startsWith("0 differences in ");
  }

  @Test
  void readsCapturedPagesAgain() throws Exception {
    Path folderOfPages = Files.createDirectories(folder.resolve("pages"));
    Files.writeString(
        folderOfPages.resolve("one.html"),
        "<html lang=en><title>Work abroad</title><body><main><h1>Work abroad</h1><p>Start"
            + " immediately in our kitchen, no experience needed, good pay every week. The fee is"
            + " deducted from your wages. We keep your passport until the contract ends."
            + " Accommodation is provided by the employer.</p></main></body></html>");
    assertThat(here.vigie("init", "--trial", "--workspace", "captured")).isZero();
    assertThat(here.vigie("import", "html", "pages", "--workspace", "captured"))
        .as(here.err())
        .isZero();
    Path captured = folder.resolve("captured");
    Path warc = filesOf(captured.resolve("captures")).getFirst();
    assertThat(here.vigie("run", "--input", warc.toString(), "--workspace", "captured"))
        .as(here.err())
        .isZero();
    String models = withoutExperience(folder.resolve("models-new")).toString();

    assertThat(here.vigie("rescore", "--quiet", "--taxonomy", models, "--workspace", "captured"))
        .as(here.err())
        .isZero();

    assertThat(here.out()).contains("-RC-02").contains("in 1 advert.");
  }

  @Test
  void appliesNothingThatWasNotReadToItsEnd() {
    assertThat(here.vigie("rescore", "--apply")).isEqualTo(4);
    assertThat(here.err()).contains("./vigie rescore first");
    assertThat(here.vigie("rescore", "--apply", "--model", "risk-work-1")).isEqualTo(2);
    assertThat(here.vigie("rescore", "--model", "risk-unknown-1")).isEqualTo(4);
    assertThat(here.vigie("rescore", "--taxonomy", folder.toString())).isEqualTo(4);
    assertThat(here.err()).contains("must be a folder of models");
  }

  /** Returns its files, by name. */
  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path copy(Path to) throws IOException {
    Path from = Readme.project().resolve("models");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return to;
  }

  /** Copies the models, and takes all wording of fees from them. */
  private Path withoutExperience(Path to) throws IOException {
    copy(to);
    Files.writeString(
        to.resolve("lexicons/RC-02.yaml"),
        "indicator: RC-02\nnegatable: false\nphrases:\n  en: [\"a phrase that nobody writes\"]\n");
    assertThat(here.vigie("models", "seal", "--models", to.toString())).as(here.err()).isZero();
    return to;
  }
}
