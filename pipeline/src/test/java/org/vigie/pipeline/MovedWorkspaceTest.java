package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that lies elsewhere than when it was run last. */
@Timeout(180)
class MovedWorkspaceTest {
  private static final List<String> LINES = TestAdverts.shuffledLines(11, 40, 1);

  @TempDir Path folder;

  @Test
  void isGoneOnWithAndReadsNoAdvertTwice() throws Exception {
    List<String> first = LINES.subList(0, LINES.size() / 2);
    List<String> second = LINES.subList(LINES.size() / 2, LINES.size());
    TestRun alone = new TestRun(folder.resolve("alone"));
    alone.accept("first.jsonl", String.join("", first));
    alone.accept("second.jsonl", String.join("", second));
    alone.run(2);
    TestRun before = new TestRun(folder.resolve("before"));
    before.accept("first.jsonl", String.join("", first));
    before.run(2);
    before.acceptSpooled(String.join("", second)); // an input within the workspace

    Files.move(folder.resolve("before"), folder.resolve("after"));
    TestRun after = new TestRun(folder.resolve("after"));
    RunReport report = after.run(2);

    assertThat(report.progress().records().adverts()).isEqualTo(second.size());
    assertThat(after.found()).isEqualTo(alone.found());
  }
}
