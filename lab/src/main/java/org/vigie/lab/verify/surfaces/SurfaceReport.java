package org.vigie.lab.verify.surfaces;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is read of public surfaces and of files, as lines of Markdown. */
public final class SurfaceReport {
  private final Map<String, PageScore> pages;
  private final Map<String, FrozenFiles.FileScore> files;

  private SurfaceReport(Map<String, PageScore> pages, Map<String, FrozenFiles.FileScore> files) {
    this.pages = pages;
    this.files = files;
  }

  /** Reads all pages and files. */
  public static SurfaceReport of(FrozenPages pages, FrozenFiles files) throws IOException {
    return new SurfaceReport(pages.files(), files.files());
  }

  /** Returns the mean over surfaces of the share of posts that are read, each by itself. */
  public double macro() {
    return FrozenPages.surfaces(pages).values().stream()
        .mapToDouble(score -> score.posts().share())
        .average()
        .orElse(0);
  }

  /** Returns how many pages yield neither advert nor reason. */
  public long silent() {
    return pages.values().stream()
            .filter(page -> page.adverts() == 0 && page.reason().isEmpty())
            .count()
        + files.values().stream()
            .filter(file -> file.read() == 0 && file.unread().isEmpty())
            .count();
  }

  /** Returns a row for each surface and each kind of file, with sums. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| surface | pages | posts | parted | text F1 | contacts | time | author |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|");
    PageScore all = PageScore.NOTHING;
    for (Map.Entry<String, PageScore> surface : FrozenPages.surfaces(pages).entrySet()) {
      all = all.plus(surface.getValue());
      long count =
          pages.keySet().stream().filter(file -> file.startsWith(surface.getKey() + "/")).count();
      lines.add(row(surface.getKey(), count, surface.getValue()));
    }
    lines.add(row("all", pages.size(), all));
    lines.add("| aim | | | ≥ .95 | ≥ .95 | ≥ .98 | ≥ .95 | |");
    lines.add("");
    lines.add(
        "Mean over surfaces of the share of posts read: %s. Silent pages and files: %d."
            .formatted(String.format(Locale.ROOT, "%.3f", macro()), silent()));
    lines.add("");
    lines.add("| files | taken for | read | said why not | neither |");
    lines.add("|---|---|---:|---:|---:|");
    Map<String, List<FrozenFiles.FileScore>> kinds = new LinkedHashMap<>();
    files.forEach((file, score) ->
        kinds
            .computeIfAbsent(file.substring(0, file.indexOf('/')), kind -> new ArrayList<>())
            .add(score));
    kinds.forEach((kind, scores) -> lines.add(row(kind, scores)));
    lines.add(total());
    return lines;
  }

  private static String row(String name, long count, PageScore score) {
    return "| %s | %d | %d | %s | %s | %s | %s | %s |"
        .formatted(
            name,
            count,
            score.posts().asked(),
            score.posts().shown(),
            score.text().shown(),
            score.contacts().shown(),
            score.time().shown(),
            score.author().shown());
  }

  private String total() {
    return row("all", "", List.copyOf(files.values()));
  }

  private static String row(String kind, List<FrozenFiles.FileScore> scores) {
    String words =
        String.join(", ", scores.stream().map(FrozenFiles.FileScore::kind).distinct().toList());
    return row(kind, words, scores);
  }

  private static String row(String kind, String words, List<FrozenFiles.FileScore> scores) {
    long whole = scores.stream().filter(FrozenFiles.FileScore::isRead).count();
    long told = scores.stream().filter(FrozenFiles.FileScore::saysWhy).count();
    return "| %s | %s | %d of %d | %d | %d |"
        .formatted(kind, words, whole, scores.size(), told, scores.size() - whole - told);
  }
}
