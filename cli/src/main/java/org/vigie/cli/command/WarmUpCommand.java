package org.vigie.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.vigie.cli.warmup.TrainingCrawl;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;

/**
 * {@code vigie warm-up}, whose crawl the launcher has Java watch and keep (JEP 514).
 *
 * <p>Started otherwise, it crawls and nothing is kept.
 */
@Command(
    name = "warm-up",
    description = "Make crawls start warm: crawl invented pages, keep what Java learns of them",
    footer = {
      "",
      "It takes about a minute, needs JDK 25 or newer, and holds until the next build.",
      "Without it crawls are the same, but take longer until they run at full speed."
    })
final class WarmUpCommand implements Callable<Integer> {
  private static final int PAGES = 4_000;

  @Override
  public Integer call() throws IOException, InterruptedException {
    long fetched = TrainingCrawl.run(PAGES);
    if (fetched < PAGES) {
      throw new IOException(
          "a warm-up must fetch at least " + PAGES + " invented pages, but fetched " + fetched);
    }
    return Exit.OK.code();
  }
}
