package org.vigie.lab.bench.fasttext;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vigie.lab.page.Prose;

/**
 * The command {@code bench/fasttext}: prints a Markdown page of the classifier beside fastText, or
 * why there is none.
 */
public final class FastTextBenchmark {
  private static final String LANGUAGE = "language";
  private static final String RECRUITMENT = "recruitment";

  private FastTextBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param args the folder of data outside the repository, then the parts to measure; none for all
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path data = Path.of(args[0]);
    List<String> parts = List.of(args).subList(1, args.length);
    Path languages = data.resolve("langid");
    Path adverts = data.resolve("job-ads").resolve("emscad_dev.jsonl.gz");
    if (!FastText.isInstalled()) {
      System.out.println(
          "skipped: fasttext is not installed (Debian's package is called fasttext)");
    } else if (!Files.exists(languages) || !Files.exists(adverts)) {
      System.out.printf("skipped: %s or %s is absent%n", languages, adverts);
    } else {
      compare(parts.isEmpty() ? List.of(LANGUAGE, RECRUITMENT) : parts, languages, adverts);
    }
  }

  private static void compare(List<String> parts, Path languages, Path adverts)
      throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        """
        # The classifier beside fastText

        Written by `lab/bench/fasttext FILE %s`; don't edit by hand. One run, one thread each, Java %d. Times are CPU time once warm;
        fastText's is that of its program on 10 copies of the texts less that on one text, so that reading its model doesn't count. On a
        machine that does other work all times are longer (load average at the start: %.0f on %d processors): take the ratios.
        """,
        String.join(" ", parts),
        Runtime.version().feature(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
    Path scratch = Files.createTempDirectory("vigie-fasttext");
    try {
      if (parts.contains(LANGUAGE)) {
        System.out.print(Prose.wrapped(LanguageComparison.section(languages, scratch)));
      }
      if (parts.contains(RECRUITMENT)) {
        System.out.print(
            Prose.wrapped(RecruitmentComparison.section(Path.of("models"), adverts, scratch)));
      }
    } finally {
      FastText.clear(scratch);
    }
  }
}
