package org.vigie.training.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.sign.SignReader;

/**
 * What is read in texts that were written apart from concepts, frames and corpora. They stand among
 * the tests' sources and are looked at as totals only.
 *
 * @param lines the tables, in Markdown
 * @param recall how much was found, by language
 */
public record SealedSigns(List<String> lines, SignRecall recall) {
  private static final String TEXTS = "training/src/test/resources/org/vigie/training/sign/sealed";

  /** Textbook sentences, and the same in another order, of another person, with words between. */
  private static final String LADDER = "training/src/test/resources/org/vigie/training/sign/ladder";

  /** Texts that give or seek a child for money, and harmless ones that use the same words. */
  private static final String TRANSFERS =
      "training/src/test/resources/org/vigie/training/sign/transfers";

  private static final List<String> RUNGS = List.of("plain", "order", "person", "between");

  public SealedSigns {
    lines = List.copyOf(lines);
  }

  /** Returns the folder of the texts below that of the program: missing from an installed one. */
  public static Path texts(Path home) {
    return home.resolve(TEXTS);
  }

  /** Measures the texts below the program's folder, and the textbook sentences beside them. */
  public static SealedSigns measure(Path home, Path models) throws IOException {
    SealedSigns sealed = measureTexts(texts(home), models);
    List<String> lines = new ArrayList<>(sealed.lines());
    Path ladder = home.resolve(LADDER);
    if (Files.isDirectory(ladder)) {
      lines.addAll(ladder(ladder, SignReader.load(models)));
    }
    Path transfers = home.resolve(TRANSFERS);
    if (Files.isDirectory(transfers)) {
      lines.addAll(SignTable.ofTransfers(AdvertAssessor.load(models), SignCorpus.read(transfers)));
    }
    return new SealedSigns(lines, sealed.recall());
  }

  /**
   * Measures other texts.
   *
   * @param texts folder with a LANG.tsv a language
   */
  public static SealedSigns measureTexts(Path texts, Path models) throws IOException {
    List<SignLine> read = SignCorpus.read(texts);
    SignFigures figures = SignFigures.of(SignReader.load(models), read, false);
    List<String> lines = new ArrayList<>(SignTable.of(figures));
    lines.addAll(SignTable.ofRisk(AdvertAssessor.load(models), read));
    return new SealedSigns(lines, figures.recallByLanguage());
  }

  private static List<String> ladder(Path ladder, SignReader reader) throws IOException {
    Map<String, SignFigures> rungs = new TreeMap<>();
    for (String rung : RUNGS) {
      rungs.put(rung, SignFigures.of(reader, SignCorpus.read(ladder.resolve(rung)), false));
    }
    SignFigures near = SignFigures.of(reader, SignCorpus.read(ladder.resolve("not")), false);
    return SignTable.ofLadder(rungs, near);
  }
}
