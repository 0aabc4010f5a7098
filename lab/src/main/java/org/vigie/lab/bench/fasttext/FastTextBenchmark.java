package org.vigie.lab.bench.fasttext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.lab.page.BenchmarkPage;

/**
 * The command {@code bench/fasttext}: writes sections of a page about the classifier beside
 * fastText, or says why there are none.
 */
public final class FastTextBenchmark {
  private static final String LANGUAGE = "language";
  private static final String RECRUITMENT = "recruitment";

  private FastTextBenchmark() {}

  /**
   * Measures and writes.
   *
   * @param args the folder of data outside the repository, the page, then the parts to measure;
   *     none for all
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path data = Path.of(args[0]);
    List<String> parts = List.of(args).subList(2, args.length);
    Path languages = data.resolve("langid");
    Path adverts = data.resolve("job-ads").resolve("emscad_dev.jsonl.gz");
    if (!FastText.isInstalled()) {
      System.out.println(
          "skipped: fasttext is not installed (Debian's package is called fasttext)");
    } else if (!Files.exists(languages) || !Files.exists(adverts)) {
      System.out.printf("skipped: %s or %s is absent%n", languages, adverts);
    } else {
      compare(
          new BenchmarkPage(Path.of(args[1])),
          parts.isEmpty() ? List.of(LANGUAGE, RECRUITMENT) : parts,
          languages,
          adverts);
    }
  }

  private static List<String> lines(String section) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "`lab/bench/fasttext`: one thread each, CPU once warm; fastText's is that of its program on 10 copies of the texts less that"
                    + " on one. "
                    + BenchmarkPage.environment(),
                ""));
    section.lines().forEach(lines::add);
    return lines;
  }

  private static void compare(BenchmarkPage page, List<String> parts, Path languages, Path adverts)
      throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("vigie-fasttext");
    try {
      if (parts.contains(LANGUAGE)) {
        page.put(LanguageComparison.TITLE, lines(LanguageComparison.section(languages, scratch)));
      }
      if (parts.contains(RECRUITMENT)) {
        page.put(
            RecruitmentComparison.TITLE,
            lines(RecruitmentComparison.section(Path.of("models"), adverts, scratch)));
      }
    } finally {
      FastText.clear(scratch);
    }
  }
}
