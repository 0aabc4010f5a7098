package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Adverts of a file of labelled ones, with invented contacts in the place of tokens. */
public final class LabelledTexts {
  private LabelledTexts() {}

  /**
   * Returns the ids of adverts that carry {@code "minorRisk": true}, which no reviewer is shown.
   */
  public static Set<String> idsOfMinorRisk(Path file) throws IOException {
    return LabelledAdverts.idsOfMinorRisk(file);
  }

  /**
   * A text with its label.
   *
   * @param id its name in the data
   * @param text the text
   * @param risk whether it is labelled as risky
   * @param group its campaign
   */
  public record Labelled(String id, String text, boolean risk, String group) {}

  /**
   * Reads a file, gzipped if its name ends in {@code .gz}.
   *
   * @throws IllegalArgumentException if a line has no id or no text; names file and line
   */
  public static List<Labelled> read(Path file) throws IOException {
    return LabelledAdverts.read(file).stream()
        .map(advert -> new Labelled(advert.id(), advert.text(), advert.risk(), advert.group()))
        .toList();
  }
}
