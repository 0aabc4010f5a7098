package org.vigie.lab.verify.pictures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is read of drawn pictures, as lines of Markdown. */
public final class PictureReport {
  private static final int EACH = 2;
  private static final int CODES = 60;
  private static final int ALTERED = 200;

  /** Of so many there are more than a million pairs. */
  private static final int DIFFERENT = 1_500;

  private static final List<String> HEAD =
      List.of(
          "| script | pictures | character error | phones F1 | not read |",
          "|---|---:|---:|---:|---|");

  private PictureReport() {}

  /** Draws and reads; this takes minutes. Returns a row for each script, and all else. */
  public static List<String> lines(PictureFigures figures) throws IOException {
    Map<String, PictureFigures.Script> scripts = figures.scripts(EACH, true);
    List<String> lines = new ArrayList<>(HEAD);
    scripts.forEach((script, read) -> lines.add(row(script, read)));
    lines.addAll(sums(scripts, figures));
    return lines;
  }

  /** Draws and reads as much, and returns the rows that sum it up. */
  public static List<String> summary(PictureFigures figures) throws IOException {
    List<String> lines = new ArrayList<>(HEAD);
    lines.addAll(sums(figures.scripts(EACH, true), figures));
    return lines;
  }

  private static List<String> sums(
      Map<String, PictureFigures.Script> scripts, PictureFigures figures) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(row("all", sum(scripts)));
    lines.add(row("all, language not declared", sum(figures.scripts(1, false))));
    lines.add("| aim | | ≤ 0.050 | ≥ 0.950 | |");
    lines.add("");
    lines.add("| what | figure | aim |");
    lines.add("|---|---:|---:|");
    lines.add(
        "| QR codes read, of %d | %s | ≥ 0.980 |".formatted(CODES, share(figures.codes(CODES))));
    List<Long> millis = figures.millis().stream().sorted().toList();
    lines.add("| ms a picture, median | %d | ≤ 700 |".formatted(millis.get(millis.size() / 2)));
    lines.add(
        "| ms a picture, 95 of 100 within | %d | |"
            .formatted(millis.get(millis.size() * 95 / 100)));
    lines.add("");
    lines.addAll(duplicates(figures.duplicates(ALTERED, DIFFERENT)));
    return lines;
  }

  private static List<String> duplicates(PictureFigures.Duplicates near) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| PDQ: joined of %d drawn scenes | %s |"
            .formatted(
                ALTERED,
                PictureFigures.LIMITS.stream()
                    .map("up to %d bits"::formatted)
                    .collect(Collectors.joining(" | "))));
    lines.add("|---|" + "---:|".repeat(PictureFigures.LIMITS.size()));
    near.joined()
        .forEach((alteration, shares) ->
            lines.add(
                "| %s | %s |"
                    .formatted(
                        alteration.words(),
                        shares.values().stream()
                            .map(PictureReport::share)
                            .collect(Collectors.joining(" | ")))));
    lines.add("| aim | " + "≥ 0.950 | ".repeat(PictureFigures.LIMITS.size()).strip());
    lines.add(
        "| joined wrongly, of %d pairs (aim: at most 1 in a million) | %s |"
            .formatted(
                near.pairs(),
                near.falseJoins().values().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" | "))));
    return lines;
  }

  private static PictureFigures.Script sum(Map<String, PictureFigures.Script> scripts) {
    return scripts.values().stream().reduce(PictureFigures.Script::plus).orElseThrow();
  }

  private static String row(String name, PictureFigures.Script read) {
    String error = read.characters() == 0 ? "–" : share((double) read.wrong() / read.characters());
    List<String> unread = new ArrayList<>();
    if (read.withoutFont() > 0) {
      unread.add("%d without a font".formatted(read.withoutFont()));
    }
    if (read.withoutData() > 0) {
      unread.add("%d without trained data".formatted(read.withoutData()));
    }
    return "| %s | %d | %s | %s | %s |"
        .formatted(
            name,
            read.pictures(),
            error,
            read.pictures() == 0 ? "–" : share(read.phones().f1()),
            String.join(", ", unread));
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }
}
