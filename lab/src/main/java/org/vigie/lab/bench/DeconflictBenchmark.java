package org.vigie.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.deconflict.AskedTerms;
import org.vigie.exchange.deconflict.DeconflictAnswer;
import org.vigie.exchange.deconflict.DeconflictQuestion;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.exchange.deconflict.Selector;
import org.vigie.exchange.deconflict.SharedContacts;

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
    SecureRandom random = new SecureRandom();
    SigningKey first = SigningKey.make(folder.resolve("first.pem"));
    SigningKey second = SigningKey.make(folder.resolve("second.pem"));
    List<Selector> asked = phones(0, selectors);
    Map<Selector, String> held =
        phones(selectors / 2, selectors / 2 + selectors).stream()
            .collect(Collectors.toMap(Function.identity(), phone -> "Example desk"));
    Instant now = Instant.now();
    AskedTerms terms =
        new AskedTerms(
            "Example", second.signer().fingerprint(), "m-1", now, now.plus(Duration.ofDays(1)));

    DeconflictQuestion question =
        timed(steps, "ask", () -> DeconflictQuestion.of(asked, terms, first, random));
    Path request = Files.write(folder.resolve("request"), question.request());
    byte[] written =
        timed(
            steps,
            "answer",
            () ->
                DeconflictAnswer.write(DeconflictRequest.read(request), held, now, second, random));
    Path answer = Files.write(folder.resolve("answer"), written);
    SharedContacts shared =
        timed(
            steps,
            "finish",
            () ->
                SharedContacts.find(
                    question.kept(),
                    DeconflictRequest.read(request),
                    DeconflictAnswer.read(answer)));
    return new Result(
        steps, shared.contacts().size(), (long) question.request().length + written.length);
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

  private static List<Selector> phones(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Selector.of("phone:+1555%08d".formatted(i)))
        .toList();
  }
}
