package org.vigie.training.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * All figures beside their targets.
 *
 * @param figures the figures, in the order of the table
 */
public record FigureTable(List<Figure> figures) {
  public FigureTable {
    figures = List.copyOf(figures);
  }

  /**
   * Measures everything; takes minutes, since models are trained anew.
   *
   * @param examples where the invented adverts of the forms beside recruitment come from
   * @param longest characters of the longest text that the growth of costs is measured with
   * @param only what to measure, some of {@link #groups}; empty for everything
   * @param progress told what is measured next
   */
  public static FigureTable measure(
      Places places,
      FormFigures.Examples examples,
      int longest,
      Collection<String> only,
      Consumer<String> progress)
      throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (FigureSource source : sources(examples, longest)) {
      if (only.isEmpty() || only.contains(group(source))) {
        progress.accept(group(source));
        figures.addAll(source.measure(places));
      }
    }
    return new FigureTable(figures);
  }

  /** Returns the names of what is measured together, in the order of the table. */
  public static List<String> groups() {
    return sources((form, models) -> List.of(), DEFAULT_LONGEST).stream()
        .map(FigureTable::group)
        .toList();
  }

  private static String group(FigureSource source) {
    return source.getClass().getSimpleName().replace("Figures", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Characters that Java's heap has room for as the launcher sets it, with all that is read of
   * them.
   */
  public static final int DEFAULT_LONGEST = 1 << 20;

  /** The most that is kept of a page is 8 MiB. */
  public static final int WHOLE_PAGE = 8 << 20;

  private static List<FigureSource> sources(FormFigures.Examples examples, int longest) {
    return List.of(
        new RecognizerFigures(),
        new LanguageFigures(),
        new NameFigures(),
        new SentenceFigures(),
        new RiskFigures(),
        new FormFigures(examples),
        new CounterfactualFigures(),
        new EvasionFigures(),
        new FormEvasionFigures(examples),
        new DisguisedPhoneFigures(),
        new PhonesWithoutCountryFigures(),
        new ProseFigures(),
        new UndeterminedFigures(),
        new SpeedFigures(),
        new GrowthFigures(longest));
  }

  /** Returns the rows as cells, the names of the columns first. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("about", "figure", "target", "measured", "verdict", "remark"));
    for (Figure figure : figures) {
      rows.add(
          List.of(
              figure.subject(),
              figure.name(),
              figure.target().inWords(),
              figure.value().isPresent()
                  ? String.format(Locale.ROOT, "%.3f", figure.value().getAsDouble())
                  : "",
              figure.verdict() == Figure.Verdict.MET ? "" : figure.verdict().words(),
              figure.remark()));
    }
    return rows;
  }

  /** Returns how many figures stand so to their targets. */
  public long count(Figure.Verdict verdict) {
    return figures.stream().filter(figure -> figure.verdict() == verdict).count();
  }

  /** Returns the table in Markdown, under a heading and a line that says where it comes from. */
  public String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        "# The figures of the classifier\n\nWritten by `./vigie evaluate --all --table FILE`;");
    page.append(" don't edit by hand. None is the accuracy of finding trafficking.\n\n");
    List<List<String>> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      page.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
      if (i == 0) {
        page.append("|---|---|---|---:|---|---|\n");
      }
    }
    return page.toString();
  }
}
