package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.owner.FolderTree;

/** A run whose index is there, and the state that goes with it isn't. */
class LostStateRunTest {
  @TempDir Path folder;
  private TestRun run = new TestRun(Path.of(""));

  @BeforeEach
  void start() {
    run = new TestRun(folder);
  }

  @Test
  void countsTheAdvertsThatItReadsAnew() throws Exception {
    run.accept("one.jsonl", TestAdverts.jsonLines(1, 20));
    long held = run.run(1).index().adverts();
    FolderTree.delete(run.workspace().state());

    RunReport again = run.run(1);

    assertThat(again.progress().readAnew()).isEqualTo(held).isPositive();
    assertThat(again.index().adverts()).isEqualTo(held);
    assertThat(run.run(1).progress().readAnew()).as("nothing to do").isZero();
  }

  @Test
  void countsNoneWhereARunIsTheFirstOrGoesOn() throws Exception {
    run.accept("one.jsonl", TestAdverts.jsonLines(1, 20));
    assertThat(run.run(1).progress().readAnew()).as("first").isZero();
    run.accept("two.jsonl", TestAdverts.jsonLines(2, 20));
    assertThat(run.run(1).progress().readAnew()).as("goes on").isZero();

    FolderTree.delete(run.workspace().state());
    FolderTree.delete(run.workspace().index());

    assertThat(run.run(1).progress().readAnew()).as("both made anew").isZero();
  }
}
