package org.vigie.lab.verify.exchange;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.deconflict.DeconflictQuestion;
import org.vigie.exchange.deconflict.Selector;

/** How long two agencies of equal size take to find what they share, step by step. */
public final class DeconflictBenchmark {
  private final int selectors;
  private final Path folder;

  /**
   * @param selectors of each agency
   * @param folder where files pass
   */
  public DeconflictBenchmark(int selectors, Path folder) {
    this.selectors = selectors;
    this.folder = folder;
  }

  /**
   * What one step took.
   *
   * @param wall from its begin to its end
   * @param processor on all cores together
   */
  public record Step(String name, Duration wall, Duration processor) {}

  /**
   * What all steps took.
   *
   * @param shared contacts that were found, to be half of them
   * @param bytes length of request and answer together
   */
  public record Result(List<Step> steps, int shared, long bytes) {}

  /** A step that may fail. */
  private interface Work<T> {
    T done() throws IOException;
  }

  /** Runs all steps once, each with all cores. */
  public Result run() throws IOException {
    List<Step> steps = new ArrayList<>();
    TwoSides sides = new TwoSides(folder);
    List<Selector> asked = TwoSides.phones(0, selectors);
    List<Selector> held = TwoSides.phones(selectors / 2, selectors / 2 + selectors);

    DeconflictQuestion question = timed(steps, "ask", () -> sides.ask(asked));
    byte[] written = timed(steps, "answer", () -> sides.answer(sides.received(question), held));
    List<Selector> shared =
        timed(steps, "finish", () -> sides.shared(question, sides.answered(written)));
    return new Result(steps, shared.size(), (long) question.request().length + written.length);
  }

  private static <T> T timed(List<Step> steps, String name, Work<T> work) throws IOException {
    long wall = System.nanoTime();
    long processor = processor();
    T result = work.done();
    steps.add(
        new Step(
            name,
            Duration.ofNanos(System.nanoTime() - wall),
            Duration.ofNanos(processor() - processor)));
    return result;
  }

  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
