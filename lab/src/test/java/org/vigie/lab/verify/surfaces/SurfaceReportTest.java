package org.vigie.lab.verify.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.casework.Readme;

/** Frozen pages and files are read no worse than when these floors were set, less .01. */
class SurfaceReportTest {
  @Test
  void readsFrozenPagesNoWorseThanBefore() throws Exception {
    Path pages = shared("platforms");
    Map<String, PageScore> scores = new FrozenPages(pages, new AdvertExtractor()).files();
    PageScore all = scores.values().stream().reduce(PageScore.NOTHING, PageScore::plus);

    SoftAssertions floors = new SoftAssertions();
    floors.assertThat(all.posts().share()).as("posts").isGreaterThanOrEqualTo(0.985);
    floors.assertThat(all.text().share()).as("text F1").isGreaterThanOrEqualTo(0.98);
    floors.assertThat(all.contacts().share()).as("contacts").isGreaterThanOrEqualTo(0.985);
    floors.assertThat(all.time().share()).as("time").isGreaterThanOrEqualTo(0.985);
    floors.assertAll();
  }

  @Test
  void leavesNoPageOrFileWithoutAReason() throws Exception {
    FrozenPages pages = new FrozenPages(shared("platforms"), new AdvertExtractor());
    FrozenFiles files = new FrozenFiles(shared("inputs"));
    SurfaceReport report = SurfaceReport.of(pages, files);

    assertThat(report.silent()).isZero();
    assertThat(report.macro()).isGreaterThanOrEqualTo(0.985);
    assertThat(files.files())
        .allSatisfy((file, score) -> assertThat(score.isRead() || score.saysWhy()).isTrue());
    assertThat(report.lines()).contains("| files | taken for | read | said why not | neither |");
  }

  private static Path shared(String name) {
    String named = System.getenv("VIGIE_SHARED");
    Path base = named == null ? Readme.project().resolve("../shared") : Path.of(named);
    Path folder = base.resolve("data").resolve(name);
    assumeTrue(Files.isReadable(folder.resolve("expected.json")), folder + " is absent");
    return folder;
  }
}
