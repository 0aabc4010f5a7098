package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.standalone.FreePort;

class WatchRunTest {
  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void readsWhatIsAcceptedWhileItRunsAndEachInputOnce() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("first.jsonl", "{\"text\":\"the first offer of all\"}\n");
    AtomicBoolean second = new AtomicBoolean();
    Thread thread = Thread.currentThread();

    assertThatThrownBy(() ->
            run.watch(
                2,
                progress -> {
                  if (progress.records().adverts() == 1 && second.compareAndSet(false, true)) {
                    accept(run, "second.jsonl", "{\"text\":\"the second offer of all\"}\n");
                  }
                  if (progress.records().adverts() >= 2) {
                    thread.interrupt();
                  }
                }))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();

    assertThat(run.found().adverts()).hasSize(2);
    RunReport after = run.run(1);
    assertThat(after.progress().records().repeats()).isZero();
    assertThat(run.found().adverts()).hasSize(2);
  }

  @Test
  @Timeout(300)
  void beginsBeforeAnythingWasAccepted() throws Exception {
    TestRun run = new TestRun(folder);
    AtomicBoolean first = new AtomicBoolean();
    Thread thread = Thread.currentThread();

    assertThatThrownBy(() ->
            run.watch(
                2,
                progress -> {
                  if (first.compareAndSet(false, true)) {
                    accept(run, "first.jsonl", "{\"text\":\"the first offer of all\"}\n");
                  }
                  if (progress.records().adverts() == 1) {
                    thread.interrupt();
                  }
                }))
        .isInstanceOf(InterruptedException.class);

    assertThat(run.found().adverts()).hasSize(1);
  }

  @Test
  @Timeout(300)
  void isSavedOnceThereIsEnoughAndGoesOnInTheSameProcess() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("first.jsonl", "{\"text\":\"the first offer of all\"}\n");
    OptionalInt port = OptionalInt.of(FreePort.find());
    for (String next : List.of("second", "third")) {
      long[] read = {0};
      run.watch(2, port, progress -> read[0] = progress.records().adverts(), () -> read[0] == 1);
      run.accept(next + ".jsonl", "{\"text\":\"the " + next + " offer of all\"}\n");
    }

    RunReport last = run.run(1);

    assertThat(last.progress().records().adverts()).isEqualTo(1);
    assertThat(last.progress().records().repeats()).isZero();
    assertThat(run.found().adverts()).hasSize(3);
  }

  private static void accept(TestRun run, String name, String content) {
    try {
      run.accept(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
